package dev.ringback.calling.call;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PartiesTest {
    private final Parties parties =
            new Parties("annas-phone", "anna", "bobs-phone", Optional.of("bob"), Optional.empty());

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
        "carls-phone, carl",
    })
    void knowsNobodyElse(String clientId, String owner) {
        assertThat(parties.actor(clientId, owner)).isEmpty();
        assertThat(parties.concerns(clientId, owner)).isFalse();
    }

    @Test
    void takesEachDeviceOfTheCalleesUserForTheCalleeUntilOneAnswers() {
        assertThat(parties.actor("bobs-tablet", "bob")).contains(Actor.CALLEE);
        assertThat(parties.answered("bobs-tablet").actor("bobs-tablet", "bob")).contains(Actor.CALLEE);
        assertThat(parties.answered("bobs-tablet").actor("bobs-phone", "bob")).isEmpty();
        assertThat(parties.answered("bobs-phone").actor("bobs-tablet", "bob")).isEmpty();
    }

    @Test
    void concernsEachDeviceOfTheCalleesUserAlsoWhenAnotherHasAnswered() {
        assertThat(parties.answered("bobs-tablet").concerns("bobs-phone", "bob"))
                .isTrue();
    }

    @Test
    void namesTheDevicesWhoseOwnersItKnows() {
        assertThat(parties.names("annas-phone")).isTrue();
        assertThat(parties.names("bobs-phone")).isTrue();
        assertThat(parties.names("bobs-tablet")).isFalse();
        assertThat(parties.answered("bobs-tablet").names("bobs-tablet")).isTrue();
    }

    @Test
    void holdsTheDeviceThatAnsweredInPlaceOfTheDialedOne() {
        assertThat(parties.heldCallee()).isEqualTo("bobs-phone");
        assertThat(parties.answered("bobs-tablet").heldCallee()).isEqualTo("bobs-tablet");
    }

    @Test
    void knowsNoCalleeUntilItsOwnerIsKnown() {
        Parties early = new Parties("annas-phone", "anna", "bobs-phone");

        assertThat(early.actor("bobs-phone", "bob")).isEmpty();
        assertThat(early.actor("annas-phone", "anna")).contains(Actor.CALLER);
    }

    @Test
    void tellsTheDevicesOfOneUserApart() {
        Parties own = new Parties("annas-phone", "anna", "annas-tablet", Optional.of("anna"), Optional.empty());

        assertThat(own.actor("annas-phone", "anna")).contains(Actor.CALLER);
        assertThat(own.actor("annas-tablet", "anna")).contains(Actor.CALLEE);
        assertThat(own.actor("annas-watch", "anna")).contains(Actor.CALLEE);
    }

    @Test
    void isTheReverseOfACallByTheDeviceThatAnswered() {
        Parties answered = parties.answered("bobs-tablet");

        assertThat(answered.isReverseOf(new Parties("bobs-tablet", "bob", "annas-phone")))
                .isTrue();
        assertThat(answered.isReverseOf(new Parties("bobs-phone", "bob", "annas-phone")))
                .isFalse();
    }

    @ParameterizedTest
    @CsvSource({
        "bobs-phone, annas-phone, true",
        "annas-phone, bobs-phone, false",
        "bobs-phone, annas-tablet, false",
        "carls-phone, annas-phone, false",
    })
    void isTheReverseOfTheSameTwoDevicesOnly(String callerId, String calleeId, boolean reverse) {
        Parties other = new Parties(callerId, "somebody", calleeId);

        assertThat(parties.isReverseOf(other)).isEqualTo(reverse);
    }
}
