package dev.ringback.local.events;

import dev.ringback.local.pattern.EventPattern;
import java.util.List;
import java.util.Optional;

/**
 * When something is to be called.
 *
 * @param bus the name of the bus whose events it looks at
 */
record Rule(
        String name,
        String arn,
        String bus,
        boolean enabled,
        Optional<Schedule> schedule,
        Optional<EventPattern> pattern,
        List<RuleTarget> targets) {
    boolean wants(Event event) {
        return enabled
                && bus.equals(event.bus())
                && pattern.filter(found -> found.matches(event.delivered())).isPresent();
    }
}
