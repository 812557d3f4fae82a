package dev.ringback.local.appsync.schema;

import static org.assertj.core.api.Assertions.assertThat;

import graphql.GraphQLContext;
import graphql.schema.Coercing;
import graphql.schema.CoercingParseValueException;
import graphql.schema.GraphQLScalarType;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ScalarsTest {
    @Test
    void takesDatesWithAndWithoutOffset() {
        assertTakes("AWSDate", "1970-01-01", "1970-01-01Z", "1970-01-01-07:00", "1970-01-01+05:30");
        assertRefuses("AWSDate", "1970-02-30", "1970-1-1", "01-01-1970", "today", 19700101);
    }

    @Test
    void takesTimesWithAndWithoutOffset() {
        assertTakes("AWSTime", "12:30", "12:30:24.500+05:30", "12:30:24Z");
        assertRefuses("AWSTime", "25:00", "12", "noon");
    }

    @Test
    void takesDateTimesThatHaveAnOffset() {
        assertTakes(
                "AWSDateTime",
                "2026-01-01T12:00:00.123Z",
                "2026-01-01T12:00Z",
                "2026-01-01T12:00:00.123456789+05:30",
                "2026-01-01T12:00:00-07:00:00");
        assertRefuses("AWSDateTime", "2026-01-01T12:00:00", "2026-01-01", "2026-13-01T12:00:00Z", "2026-01-01 12:00Z");
    }

    @Test
    void takesTimestampsThatAreWholeNumbers() {
        assertTakes("AWSTimestamp", 0, -5, 1_700_000_000_000L);
        assertRefuses("AWSTimestamp", 1.5, "1700000000");
    }

    @Test
    void takesMailAddresses() {
        assertTakes("AWSEmail", "username@example.com");
        assertRefuses("AWSEmail", "username", "user@name@example.com", "user name@example.com");
    }

    @Test
    void takesUrlsWithAScheme() {
        assertTakes("AWSURL", "https://www.amazon.com/dp/B000NZW3KC/", "mailto:example@example.com");
        assertRefuses("AWSURL", "www.amazon.com", "//www.amazon.com", "nothing at all");
    }

    @Test
    void takesPhoneNumbers() {
        assertTakes("AWSPhone", "+1 919-555-0100", "9195550100");
        assertRefuses("AWSPhone", "12", "phone");
    }

    @Test
    void takesAddressesAndNetworks() {
        assertTakes("AWSIPAddress", "123.12.34.56", "123.45.67.89/16", "1a2b:3c4b::1234:4567", "::1/128");
        assertRefuses("AWSIPAddress", "256.1.1.1", "1.2.3", "1.2.3.4/33", "localhost", "1:2");
    }

    @Test
    void takesJsonAndHandsOnWhatItStandsFor() {
        assertThat(parse("AWSJSON", "{\"a\": [1, null]}")).isInstanceOf(Map.class);
        assertThat(parse("AWSJSON", "[1]")).isEqualTo(List.of(1));
        assertRefuses("AWSJSON", "{a: 1}", "{} {}", 5);
    }

    @Test
    void givesJsonAsText() {
        assertThat(serialize("AWSJSON", Map.of("a", 1))).isEqualTo("{\"a\":1}");
        assertThat(serialize("AWSJSON", "{\"a\": 1}")).isEqualTo("{\"a\": 1}");
        assertThat(serialize("AWSJSON", "plain")).isEqualTo("\"plain\"");
    }

    private static void assertTakes(String type, Object... values) {
        for (Object value : values) {
            assertThat(parse(type, value)).asString().isEqualTo(value.toString());
            assertThat(serialize(type, value)).asString().isEqualTo(value.toString());
        }
    }

    private static void assertRefuses(String type, Object... values) {
        for (Object value : values) {
            assertThat(refuses(type, value)).as(type + " " + value).isTrue();
        }
    }

    private static boolean refuses(String type, Object value) {
        try {
            parse(type, value);
            return false;
        } catch (CoercingParseValueException refused) {
            return true;
        }
    }

    private static Object parse(String type, Object value) {
        return coercing(type).parseValue(value, GraphQLContext.getDefault(), Locale.ROOT);
    }

    private static Object serialize(String type, Object value) {
        return coercing(type).serialize(value, GraphQLContext.getDefault(), Locale.ROOT);
    }

    private static Coercing<?, ?> coercing(String type) {
        return AwsScalars.all().stream()
                .filter(scalar -> scalar.getName().equals(type))
                .map(GraphQLScalarType::getCoercing)
                .findFirst()
                .orElseThrow();
    }
}
