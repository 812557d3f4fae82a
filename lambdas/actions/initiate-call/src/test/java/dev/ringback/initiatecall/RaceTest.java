package dev.ringback.initiatecall;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ringback.actionkit.ErrorCode;
import dev.ringback.actionkit.Result;
import dev.ringback.calling.InMemoryBackend;
import dev.ringback.calling.LoadedActions;
import dev.ringback.calling.Together;
import dev.ringback.calling.Together.Outcome;
import dev.ringback.calling.call.Call;
import dev.ringback.calling.call.CallState;
import dev.ringback.calling.call.DynamoDbCallStore;
import dev.ringback.calling.device.DynamoDbDeviceStore;
import dev.ringback.calling.dynamodb.LocalTables;
import dev.ringback.calling.dynamodb.LocalTables.Tables;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
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
    /** Which call each phone is in, as the clients see it. */
    private final Map<String, String> inCall = new ConcurrentHashMap<>();

    private final Queue<String> violations = new ConcurrentLinkedQueue<>();

    RaceTest(Tables tables) {
        backend = new InMemoryBackend(
                new DynamoDbDeviceStore(tables.dynamoDb(), tables.devices()),
                new DynamoDbCallStore(tables.dynamoDb(), tables.calls(), tables.devices()));
        actions = new LoadedActions(backend);
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
        many(12, (caller, callee) -> {
            Result<?> result = initiate(caller, callee);
            if (result instanceof Result.Answered<?>(InitiateCallAnswer answer)) {
                inCall.remove(caller);
                inCall.remove(callee);
                backend.ending.end(answer.callId());
            }
            return result;
        });

        assertThat(violations).isEmpty();
        assertThat(backend.mediaProvider.live()).isEmpty();
        assertThat(phones).allMatch(backend::isFree);
    }

    @Test
    void letsBothSidesHangUpAtOnce() {
        for (int round = 0; round < 20; round++) {
            Result<?> result = initiate(phones.get(0), phones.get(1));
            assertThat(result).isInstanceOf(Result.Answered.class);
            String callId = inCall.remove(phones.get(0));
            inCall.remove(phones.get(1));

            Callable<Boolean> hangUp = () -> backend.ending.end(callId);
            List<Boolean> ended = Together.run(List.of(hangUp, hangUp)).stream()
                    .map(Outcome::orThrow)
                    .toList();

            assertThat(ended).containsExactlyInAnyOrder(true, false);
            assertThat(backend.calls.find(callId).map(Call::state)).contains(CallState.ENDED);
            assertThat(Stream.of(phones.get(0), phones.get(1))).allMatch(backend::isFree);
            assertThat(backend.mediaProvider.live()).isEmpty();
        }
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
        Result<?> result = actions.send("anna", "initiateCall", Map.of("callerId", caller, "calleeId", callee));
        if (result instanceof Result.Answered<?>(InitiateCallAnswer answer)) {
            Stream.of(caller, callee).forEach(phone -> {
                String other = inCall.putIfAbsent(phone, answer.callId());
                if (other != null) {
                    violations.add(phone + " is in " + other + " and " + answer.callId());
                }
            });
        }
        return result;
    }

    private static boolean isUnderstandable(Result<?> result) {
        return result instanceof Result.Answered<?>
                || result instanceof Result.Refused<?> refused
                        && Set.of(ErrorCode.BUSY, ErrorCode.TRY_AGAIN).contains(refused.code());
    }
}
