package dev.ringback.telemetry;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * What the functions measure. CloudWatch tells metrics apart by their dimensions, so whoever looks one up must name exactly
 * those it was emitted with.
 */
public enum Metric {
    REQUEST_LATENCY("RequestLatency", Unit.MILLISECONDS, "action"),
    REQUESTS_REFUSED("RequestsRefused", Unit.COUNT, "action", "code"),
    CALLS_STARTED("CallsStarted", Unit.COUNT, "outcome"),
    CALLS_REFUSED("CallsRefused", Unit.COUNT, "reason"),
    /** From the caller's request until a push service took the first push for the callee. */
    TIME_TO_RING("TimeToRing", Unit.MILLISECONDS),
    CALLS_ANSWERED("CallsAnswered", Unit.COUNT),
    CALLS_ENDED("CallsEnded", Unit.COUNT, "state"),
    CALLS_SWEPT("CallsSwept", Unit.COUNT, "state"),
    RING_TIMERS_NOT_STARTED("RingTimersNotStarted", Unit.COUNT),
    BANDWIDTH_LATENCY("BandwidthLatency", Unit.MILLISECONDS, "operation"),
    BANDWIDTH_ERRORS("BandwidthErrors", Unit.COUNT, "operation", "outcome"),
    MEDIA_RELEASED("MediaReleased", Unit.COUNT),
    MEDIA_LEFT_BEHIND("MediaLeftBehind", Unit.COUNT),
    MEDIA_ABANDONED("MediaAbandoned", Unit.COUNT),
    PUSH_OUTCOME("PushOutcome", Unit.COUNT, "channel", "outcome"),
    PUSH_NOT_SENT("PushNotSent", Unit.COUNT, "reason"),
    /** Of every channel, for the alarm. */
    PUSH_WRONG_FOR_CHANNEL("PushWrongForChannel", Unit.COUNT),
    EVENTS_NOT_PUBLISHED("EventsNotPublished", Unit.COUNT, "target");

    public static final String NAMESPACE = "Ringback";

    /** The dimension that every metric has. */
    public static final String ENVIRONMENT = "Environment";

    private final String metricName;
    private final Unit unit;
    private final Set<String> own;

    Metric(String metricName, Unit unit, String... own) {
        this.metricName = metricName;
        this.unit = unit;
        this.own = Set.copyOf(List.of(own));
    }

    public String metricName() {
        return metricName;
    }

    /** The names of all its dimensions. */
    public SortedSet<String> dimensionNames() {
        SortedSet<String> names = new TreeSet<>(own);
        names.add(ENVIRONMENT);
        return names;
    }

    /**
     * All its dimensions, as it is emitted and looked up.
     *
     * @param given those besides the environment
     */
    public Map<String, String> dimensions(String environment, Map<String, String> given) {
        check(given);
        Map<String, String> all = new TreeMap<>(given);
        all.put(ENVIRONMENT, environment);
        return all;
    }

    Unit unit() {
        return unit;
    }

    /** @throws IllegalArgumentException for other dimensions than its own: no alarm would see it */
    public void check(Map<String, String> given) {
        if (!given.keySet().equals(own)) {
            throw new IllegalArgumentException(metricName + " has the dimensions " + new TreeSet<>(own) + ", not "
                    + new TreeSet<>(given.keySet()));
        }
    }

    /** As CloudWatch calls it. */
    enum Unit {
        COUNT("Count"),
        MILLISECONDS("Milliseconds");

        private final String label;

        Unit(String label) {
            this.label = label;
        }

        String label() {
            return label;
        }
    }
}
