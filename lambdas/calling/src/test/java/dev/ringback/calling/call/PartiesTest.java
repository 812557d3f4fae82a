package dev.ringback.calling.call;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PartiesTest {
    private final Parties parties = new Parties("annas-phone", "anna", "bobs-phone", Optional.of("bob"));

    @Test
    void knowsTheCaller() {
        assertThat(parties.actor("annas-phone", "anna")).contains(Actor.CALLER);
    }

    @Test
    void knowsTheCallee() {
        assertThat(parties.actor("bobs-phone", "bob")).contains(Actor.CALLEE);
    }

    @ParameterizedTest
    @CsvSource({
        "annas-phone, bob",
        "bobs-phone, anna",
        "annas-phone, carl",
        "bobs-phone, carl",
        "annas-tablet, anna",
        "bobs-tablet, bob",
        "carls-phone, carl",
    })
    void knowsNobodyElse(String clientId, String owner) {
        assertThat(parties.actor(clientId, owner)).isEmpty();
    }

    @Test
    void knowsNoCalleeUntilItsOwnerIsKnown() {
        Parties early = new Parties("annas-phone", "anna", "bobs-phone", Optional.empty());

        assertThat(early.actor("bobs-phone", "bob")).isEmpty();
        assertThat(early.actor("annas-phone", "anna")).contains(Actor.CALLER);
    }

    @Test
    void tellsTheTwoDevicesOfOneUserApart() {
        Parties own = new Parties("annas-phone", "anna", "annas-tablet", Optional.of("anna"));

        assertThat(own.actor("annas-phone", "anna")).contains(Actor.CALLER);
        assertThat(own.actor("annas-tablet", "anna")).contains(Actor.CALLEE);
    }

    @ParameterizedTest
    @CsvSource({
        "bobs-phone, annas-phone, true",
        "annas-phone, bobs-phone, false",
        "bobs-phone, annas-tablet, false",
        "carls-phone, annas-phone, false",
    })
    void isTheReverseOfTheSameTwoDevicesOnly(String callerId, String calleeId, boolean reverse) {
        Parties other = new Parties(callerId, "somebody", calleeId, Optional.empty());

        assertThat(parties.isReverseOf(other)).isEqualTo(reverse);
    }
}
