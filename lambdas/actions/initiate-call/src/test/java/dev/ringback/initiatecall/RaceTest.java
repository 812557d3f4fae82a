package dev.ringback.initiatecall;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ringback.actionkit.ErrorCode;
import dev.ringback.actionkit.Result;
import dev.ringback.calling.FixedClock;
import dev.ringback.calling.InMemoryBackend;
import dev.ringback.calling.LoadedActions;
import dev.ringback.calling.Pause;
import dev.ringback.calling.PortsWith;
import dev.ringback.calling.Together;
import dev.ringback.calling.Together.Outcome;
import dev.ringback.calling.call.Actor;
import dev.ringback.calling.call.Call;
import dev.ringback.calling.call.CallEnding.Ended;
import dev.ringback.calling.call.CallState;
import dev.ringback.calling.call.DynamoDbCallHistory;
import dev.ringback.calling.call.DynamoDbCallStore;
import dev.ringback.calling.device.DynamoDbDeviceStore;
import dev.ringback.calling.dynamodb.LocalTables;
import dev.ringback.calling.dynamodb.LocalTables.Tables;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Many threads at once, against DynamoDB Local. */
@ExtendWith(LocalTables.class)
class RaceTest {
    private static final int CALLS = 200;

    private final InMemoryBackend backend;
    private final LoadedActions actions;
    private final List<String> phones;
    private final Random random = new Random(7);
    /** Which call each phone is in, as those see it who began a call. */
    private final Map<String, String> inCall = new ConcurrentHashMap<>();

    private final Queue<String> violations = new ConcurrentLinkedQueue<>();

    RaceTest(Tables tables) {
        backend = new InMemoryBackend(
                new DynamoDbDeviceStore(tables.dynamoDb(), tables.devices(), new FixedClock()),
                new DynamoDbCallStore(tables.dynamoDb(), tables.calls(), tables.devices()),
                new DynamoDbCallHistory(tables.dynamoDb(), tables.calls()));
        // Others have to get on while one waits for them.
        actions = new LoadedActions(new PortsWith<>(backend, Pause.class, Thread::sleep));
        phones = IntStream.range(0, 10).mapToObj(_ -> backend.device("anna")).toList();
    }

    @Test
    void neverPutsADeviceIntoTwoCalls() {
        List<Result<?>> results = many(CALLS, this::initiate);

        assertThat(violations).isEmpty();
        assertThat(inCall).isNotEmpty();
        assertThat(backend.mediaProvider.live()).hasSize(inCall.size() / 2);
        assertThat(results).allMatch(RaceTest::isUnderstandable);
    }

    @Test
    void neverPutsADeviceIntoTwoCallsWhileOthersHangUp() {
        Queue<String> made = new ConcurrentLinkedQueue<>();
        many(12, (caller, callee) -> {
            Result<?> result = initiate(caller, callee);
            if (begun(result).isPresent()) {
                made.add(begun(result).get().callId());
                inCall.remove(caller);
                inCall.remove(callee);
                hangUp(begun(result).get().callId(), Actor.CALLER);
            }
            return result;
        });

        assertThat(violations).isEmpty();
        assertThat(made).isNotEmpty().allMatch(callId -> call(callId).state().isFinal());
        assertThat(phones).allMatch(backend::isFree);
    }

    @Test
    void letsBothSidesHangUpAtOnce() {
        for (int round = 0; round < 20; round++) {
            InitiateCallAnswer answer =
                    begun(initiate(phones.get(0), phones.get(1))).orElseThrow();
            inCall.clear();

            List<Ended> ends = Together.run(List.<Callable<Ended>>of(
                            () -> hangUp(answer.callId(), Actor.CALLER), () -> hangUp(answer.callId(), Actor.CALLEE)))
                    .stream()
                    .map(Outcome::orThrow)
                    .toList();

            assertThat(ends).extracting(Ended::endedNow).containsExactlyInAnyOrder(true, false);
            assertThat(ends)
                    .extracting(end -> end.call().state())
                    .containsOnly(call(answer.callId()).state());
            assertThat(call(answer.callId()).state()).isIn(CallState.CANCELLED, CallState.DECLINED);
            assertThat(Stream.of(phones.get(0), phones.get(1))).allMatch(backend::isFree);
        }
    }

    @Test
    void connectsTwoWhoCallEachOtherAtOnce() {
        String one = phones.get(0);
        String other = phones.get(1);
        for (int round = 0; round < 20; round++) {
            List<InitiateCallAnswer> answers = Together.run(List.<Callable<Result<?>>>of(
                            () -> send(one, other, Map.of()), () -> send(other, one, Map.of())))
                    .stream()
                    .map(Outcome::orThrow)
                    .map(RaceTest::answer)
                    .toList();

            String callId = answers.getFirst().callId();
            assertThat(answers).extracting(InitiateCallAnswer::callId).containsOnly(callId);
            assertThat(answers)
                    .extracting(InitiateCallAnswer::merged)
                    .containsExactlyInAnyOrder(Optional.empty(), Optional.of(true));
            assertThat(answers).extracting(InitiateCallAnswer::token).doesNotHaveDuplicates();
            assertThat(call(callId).state()).isEqualTo(CallState.ANSWERED);
            hangUp(callId, Actor.CALLER);
        }
    }

    @Test
    void makesOneCallOfTwentyEqualRequestsAtOnce() {
        Callable<Result<?>> request = () -> send(phones.get(0), phones.get(1), Map.of("requestId", "request-1"));

        List<InitiateCallAnswer> answers = Together.run(Collections.nCopies(20, request)).stream()
                .map(Outcome::orThrow)
                .map(RaceTest::answer)
                .toList();

        assertThat(new HashSet<>(answers)).hasSize(1);
        assertThat(backend.ringer.rung()).containsExactly(answers.getFirst().callId());
        assertThat(backend.mediaProvider.live()).hasSize(1);
    }

    private List<Result<?>> many(int atMost, Attempt attempt) {
        List<Callable<Result<?>>> tasks = new ArrayList<>();
        for (int i = 0; i < CALLS; i++) {
            int caller = random.nextInt(phones.size());
            int callee = (caller + 1 + random.nextInt(phones.size() - 1)) % phones.size();
            tasks.add(() -> attempt.make(phones.get(caller), phones.get(callee)));
        }
        List<Result<?>> results = new ArrayList<>();
        Together.run(tasks, atMost).forEach(outcome -> results.add(outcome.orThrow()));
        return results;
    }

    private interface Attempt {
        Result<?> make(String caller, String callee);
    }

    private Result<?> initiate(String caller, String callee) {
        Result<?> result = send(caller, callee, Map.of());
        begun(result)
                .ifPresent(answer -> Stream.of(caller, callee).forEach(phone -> {
                    String other = inCall.putIfAbsent(phone, answer.callId());
                    if (other != null) {
                        violations.add(phone + " is in " + other + " and " + answer.callId());
                    }
                }));
        return result;
    }

    private Result<?> send(String caller, String callee, Map<String, String> more) {
        Map<String, String> fields = new HashMap<>(more);
        fields.put("callerId", caller);
        fields.put("calleeId", callee);
        return actions.send("anna", "initiateCall", fields);
    }

    private Ended hangUp(String callId, Actor party) {
        Call call = call(callId);
        String clientId = party == Actor.CALLER ? call.callerId() : call.calleeId();
        return backend.ending.hangUp(call, clientId, Optional.empty());
    }

    private Call call(String callId) {
        return backend.calls.find(callId).orElseThrow();
    }

    /** Whoever answered another's call instead of making one has begun none. */
    private static Optional<InitiateCallAnswer> begun(Result<?> result) {
        return result instanceof Result.Answered<?>(InitiateCallAnswer answer)
                ? Optional.of(answer).filter(own -> own.merged().isEmpty())
                : Optional.empty();
    }

    private static InitiateCallAnswer answer(Result<?> result) {
        assertThat(result).isInstanceOf(Result.Answered.class);
        return (InitiateCallAnswer) ((Result.Answered<?>) result).answer();
    }

    private static boolean isUnderstandable(Result<?> result) {
        return result instanceof Result.Answered<?>
                || result instanceof Result.Refused<?> refused
                        && Set.of(ErrorCode.BUSY, ErrorCode.TRY_AGAIN).contains(refused.code());
    }
}
