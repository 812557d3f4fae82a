package dev.ringback.calling.dynamodb;

import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** The names and values that DynamoDB's expressions refer to. */
public final class Expressions {
    private static final Pattern NAME = Pattern.compile("#(\\w+)");

    private Expressions() {}

    /** Each {@code #name} in the expressions stands for the attribute of that name, so no reserved word can be met. */
    public static Map<String, String> names(String... expressions) {
        Map<String, String> names = new HashMap<>();
        for (String expression : expressions) {
            Matcher matcher = NAME.matcher(expression);
            while (matcher.find()) {
                names.put(matcher.group(), matcher.group(1));
            }
        }
        return names;
    }

    public static AttributeValue text(String value) {
        return AttributeValue.fromS(value);
    }

    public static AttributeValue number(long value) {
        return AttributeValue.fromN(Long.toString(value));
    }

    public static AttributeValue millis(Instant instant) {
        return number(instant.toEpochMilli());
    }

    public static Instant instant(AttributeValue millis) {
        return Instant.ofEpochMilli(Long.parseLong(millis.n()));
    }
}
