package dev.ringback.local.events;

import dev.ringback.local.stack.StackFailure;
import java.time.Duration;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * When a rule fires.
 *
 * @param expression as the template has it
 */
record Schedule(String expression, Duration every) {
    private static final Pattern RATE = Pattern.compile("rate\\(([1-9]\\d*) (minute|hour|day)(s?)\\)");

    static Schedule read(String expression) {
        if (expression.startsWith("cron(")) {
            throw new StackFailure("The local runtime has schedules by rate(…) only, not " + expression + ".");
        }
        Matcher rate = RATE.matcher(expression);
        // EventBridge insists on the grammar.
        if (!rate.matches() || rate.group(1).equals("1") != rate.group(3).isEmpty()) {
            throw new StackFailure("Parameter ScheduleExpression is not valid: " + expression);
        }
        return new Schedule(expression, unit(rate.group(2)).multipliedBy(Long.parseLong(rate.group(1))));
    }

    private static Duration unit(String name) {
        return switch (name) {
            case "minute" -> Duration.ofMinutes(1);
            case "hour" -> Duration.ofHours(1);
            default -> Duration.ofDays(1);
        };
    }
}
