package dev.ringback.calling.call;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

class TransitionTest {
    /** Who may do what to a call that is in which state: everything else is refused. */
    private static final Set<List<Object>> LEGAL = Set.of(
            List.of(Actor.CALLEE, CallState.RINGING, Transition.ANSWER),
            List.of(Actor.CALLEE, CallState.RINGING, Transition.DECLINE),
            List.of(Actor.CALLER, CallState.RINGING, Transition.CANCEL),
            List.of(Actor.SYSTEM, CallState.RINGING, Transition.TIME_OUT),
            List.of(Actor.SYSTEM, CallState.RINGING, Transition.NOT_REACHED),
            List.of(Actor.SYSTEM, CallState.RINGING, Transition.FAIL),
            List.of(Actor.CALLER, CallState.ANSWERED, Transition.HANG_UP),
            List.of(Actor.CALLEE, CallState.ANSWERED, Transition.HANG_UP),
            List.of(Actor.SYSTEM, CallState.ANSWERED, Transition.EXPIRE));

    static Stream<Arguments> everything() {
        return Arrays.stream(Actor.values())
                .flatMap(actor -> Arrays.stream(CallState.values())
                        .flatMap(state -> Arrays.stream(Transition.values())
                                .map(transition -> Arguments.of(actor, state, transition))));
    }

    @ParameterizedTest
    @MethodSource("everything")
    void isLegalIfItIsInTheTable(Actor actor, CallState state, Transition transition) {
        boolean legal = transition.from() == state && transition.isFor(actor);

        assertThat(legal).isEqualTo(LEGAL.contains(List.of(actor, state, transition)));
    }

    @Test
    void leadsToTheStateItIsNamedAfter() {
        assertThat(Arrays.stream(Transition.values()).map(Transition::to))
                .containsExactly(
                        CallState.ANSWERED,
                        CallState.DECLINED,
                        CallState.CANCELLED,
                        CallState.ENDED,
                        CallState.MISSED,
                        CallState.UNREACHABLE,
                        CallState.FAILED,
                        CallState.ENDED);
    }

    @ParameterizedTest
    @EnumSource
    void leadsEverywhereButBack(CallState state) {
        boolean reached = Arrays.stream(Transition.values()).map(Transition::to).anyMatch(state::equals);

        assertThat(reached).isEqualTo(state != CallState.RINGING);
    }

    @ParameterizedTest
    @EnumSource
    void leadsOutOfEveryStateThatIsNotFinal(CallState state) {
        boolean left = Arrays.stream(Transition.values()).map(Transition::from).anyMatch(state::equals);

        assertThat(left).isNotEqualTo(state.isFinal());
    }

    static Stream<Arguments> everybody() {
        return Arrays.stream(Actor.values())
                .flatMap(actor -> Arrays.stream(CallState.values()).map(state -> Arguments.of(actor, state)));
    }

    @ParameterizedTest
    @MethodSource("everybody")
    void hangsUpInTheWordsOfTheParty(Actor actor, CallState state) {
        Optional<Transition> expected = Optional.ofNullable(
                switch (actor) {
                    case CALLER -> state == CallState.RINGING ? Transition.CANCEL : hangUp(state);
                    case CALLEE -> state == CallState.RINGING ? Transition.DECLINE : hangUp(state);
                    case SYSTEM -> null;
                });

        assertThat(Transition.hangingUp(actor, state)).isEqualTo(expected);
    }

    private static Transition hangUp(CallState state) {
        return state == CallState.ANSWERED ? Transition.HANG_UP : null;
    }
}
