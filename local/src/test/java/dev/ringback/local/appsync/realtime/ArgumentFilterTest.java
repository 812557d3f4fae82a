package dev.ringback.local.appsync.realtime;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import org.junit.jupiter.api.Test;

class ArgumentFilterTest {
    private static final String ADA = "{'name': 'Ada', 'age': 36, 'nobody': null}";

    @Test
    void wantsEveryArgumentToEqualTheFieldOfItsName() {
        assertThat(passes("{'name': 'Ada', 'age': 36}")).isTrue();
        assertThat(passes("{'name': 'Ada', 'age': 37}")).isFalse();
    }

    @Test
    void wantsNothingWithoutArguments() {
        assertThat(passes("{}")).isTrue();
    }

    @Test
    void wantsTheFieldThatTheMutationDidNotSelect() {
        assertThat(passes("{'email': 'a@b.c'}")).isFalse();
    }

    @Test
    void takesNullForAValueToo() {
        assertThat(passes("{'name': null}")).isFalse();
        assertThat(passes("{'nobody': null}")).isTrue();
        assertThat(passes("{'missing': null}")).isTrue();
    }

    private static boolean passes(String arguments) {
        return new ArgumentFilter((ObjectNode) FakeApi.json(arguments)).passes(FakeApi.json(ADA));
    }
}
