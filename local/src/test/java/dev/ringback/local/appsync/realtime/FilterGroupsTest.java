package dev.ringback.local.appsync.realtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FilterGroupsTest {
    private static final String ADA = "{'name': 'Ada', 'age': 36, 'nobody': null, 'tags': ['x', 'y'],"
            + " 'address': {'city': {'name': 'London'}}}";

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            name    | eq          | 'Ada'                | true
            name    | eq          | 'ada'                | false
            age     | eq          | 36.0                 | true
            age     | eq          | '36'                 | false
            nobody  | eq          | null                 | true
            missing | eq          | null                 | true
            name    | ne          | 'Ada'                | false
            missing | ne          | 'Ada'                | true
            age     | le          | 36                   | true
            age     | lt          | 36                   | false
            age     | ge          | 36                   | true
            age     | gt          | 35.5                 | true
            name    | gt          | 'Abc'                | true
            missing | gt          | 1                    | false
            name    | contains    | 'd'                  | true
            tags    | contains    | 'x'                  | true
            tags    | contains    | 'xy'                 | false
            name    | notContains | 'd'                  | false
            missing | notContains | 'd'                  | true
            name    | beginsWith  | 'Ad'                 | true
            name    | beginsWith  | 'd'                  | false
            name    | in          | ['Bob', 'Ada']       | true
            age     | in          | [1, 2]               | false
            name    | notIn       | ['Bob', 'Ada']       | false
            missing | notIn       | ['Bob']              | true
            age     | between     | [36, 40]             | true
            age     | between     | [37, 40]             | false
            name    | between     | ['A', 'B']           | true
            tags    | containsAny | ['z', 'y']           | true
            tags    | containsAny | ['z']                | false
            address.city.name | eq | 'London'            | true
            address.city.name | eq | 'Paris'             | false
            """)
    void judgesAField(String field, String operator, String value, boolean passes) throws Refusal {
        assertThat(passes(filters(filter(field, operator, value)))).isEqualTo(passes);
    }

    @Test
    void wantsAllFiltersOfAnyGroup() throws Refusal {
        String yes = filter("name", "eq", "'Ada'");
        String no = filter("age", "eq", "0");

        assertThat(passes(filters(yes, no))).isFalse();
        assertThat(passes(filters(yes, no) + ", " + filters(yes))).isTrue();
    }

    @Test
    void letsEverythingThroughThatHasNoFilter() throws Refusal {
        assertThat(passes("")).isTrue();
    }

    @Test
    void refusesWhatAppSyncDoesNotTake() {
        assertRefused(filter("a", "like", "'x'"), "There is no filter operator like.");
        assertRefused(filter("a", "in", "[1, 2, 3, 4, 5, 6]"), "The filter operator in takes a list of at most 5.");
        assertRefused(filter("a", "notIn", "1"), "The filter operator notIn takes a list of at most 5.");
        assertRefused(filter("a", "between", "[1]"), "The filter operator between takes a list of two.");
        assertRefused(
                filter("a.b.c.d.e.f", "eq", "1"),
                "The filter field 'a.b.c.d.e.f' has 1 to 256 characters and at most 5 levels.");
    }

    private static void assertRefused(String filter, String message) {
        assertThatThrownBy(() -> passes(filters(filter))).hasMessage(message);
    }

    private static boolean passes(String groups) throws Refusal {
        return FilterGroups.read(FakeApi.json("{'filterGroup': [" + groups + "]}"))
                .passes(FakeApi.json(ADA));
    }

    private static String filters(String... filters) {
        return "{'filters': [" + String.join(", ", filters) + "]}";
    }

    private static String filter(String field, String operator, String value) {
        return "{'fieldName': '%s', 'operator': '%s', 'value': %s}".formatted(field, operator, value);
    }
}
