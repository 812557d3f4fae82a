package dev.ringback.callkeeper;

import static org.assertj.core.api.Assertions.assertThat;

import com.amazonaws.services.dynamodbv2.local.embedded.DynamoDBEmbedded;
import com.amazonaws.services.dynamodbv2.local.shared.access.AmazonDynamoDBLocal;
import dev.ringback.calling.FixedClock;
import dev.ringback.calling.InMemoryBackend;
import dev.ringback.calling.call.Call;
import dev.ringback.calling.call.CallHistory.Entry;
import dev.ringback.calling.call.CallState;
import dev.ringback.calling.call.DynamoDbCallHistory;
import dev.ringback.calling.call.DynamoDbCallStore;
import dev.ringback.calling.device.DynamoDbDeviceStore;
import dev.ringback.calling.dynamodb.LocalTables;
import dev.ringback.calling.dynamodb.LocalTables.Tables;
import dev.ringback.calling.media.Media;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * Ten thousand random interleavings of all that can happen to calls, by processes that die in the middle of it, on DynamoDB
 * Local: whatever the order, a device is in one live call at most, what is over stays as it is, both sides agree, and once
 * every lease is over nothing is left.
 */
class InterleavingsTest {
    /** Each with new tables, so that none of them grows slow. */
    private static final int WORLDS = 50;

    private static final int ROUNDS = 200;
    private static final int PROCESSES = 3;
    private static final int ACTS = 2;
    private static final int DEVICES = 4;
    /** Longer than any lease. */
    private static final Duration EVERY_LEASE = Duration.ofMinutes(61);

    private static AmazonDynamoDBLocal dynamoDb;
    private final ExecutorService threads = Executors.newFixedThreadPool(PROCESSES);
    private InMemoryBackend world;
    private List<String> devices;
    private List<Process> processes;
    private Process survivor;

    @BeforeAll
    static void start() {
        dynamoDb = DynamoDBEmbedded.create(true);
    }

    @AfterAll
    static void stop() {
        dynamoDb.shutdownNow();
    }

    @AfterEach
    void endThreads() {
        threads.shutdownNow();
    }

    @Test
    void noInterleavingBreaksAnInvariant() throws Exception {
        for (int number = 0; number < WORLDS; number++) {
            makeWorld();
            for (int round = 0; round < ROUNDS; round++) {
                String name = number + "-" + round;
                try {
                    interleave(name);
                } catch (AssertionError e) {
                    throw new AssertionError("in round " + name, e);
                }
            }
            everyCallIsOver();
        }
    }

    private void makeWorld() {
        Tables tables = LocalTables.create(dynamoDb.dynamoDbClient());
        world = new InMemoryBackend(
                new DynamoDbDeviceStore(tables.dynamoDb(), tables.devices(), new FixedClock()),
                new DynamoDbCallStore(tables.dynamoDb(), tables.calls(), tables.devices()),
                new DynamoDbCallHistory(tables.dynamoDb(), tables.calls()));
        devices = IntStream.range(0, DEVICES)
                .mapToObj(i -> world.device(owner(i)))
                .toList();
        processes = Stream.generate(() -> new Process(world)).limit(PROCESSES).toList();
        survivor = new Process(world);
    }

    /** Each user has two, either of which may answer. */
    private static String owner(int device) {
        return "owner-" + device / 2;
    }

    private void interleave(String name) throws Exception {
        Round round = new Round(world, devices, name);
        Random random = new Random(name.hashCode());
        List<Callable<Void>> tasks = new ArrayList<>();
        for (Process process : processes) {
            Random own = new Random(random.nextLong());
            tasks.add(() -> {
                for (int act = 0; act < ACTS; act++) {
                    round.act(process, own);
                }
                return null;
            });
        }
        for (Future<Void> task : threads.invokeAll(tasks)) {
            task.get();
        }
        assertThat(round.contradictions()).isEmpty();
        devicesAndCallsAgree(round);
        List<Media> lost = settle();
        assertThat(lost).hasSizeLessThanOrEqualTo(round.deathsWhileCalling());
        nothingIsLeft(round);
    }

    /** A live call holds both its devices, and a device is held by nothing else. */
    private void devicesAndCallsAgree(Round round) {
        for (String device : devices) {
            Optional<String> held = world.devices.find(device).orElseThrow().callId();
            held.ifPresent(callId -> {
                Call call = world.calls.find(callId).orElseThrow();
                assertThat(call.state().isFinal()).isFalse();
                assertThat(List.of(call.callerId(), call.parties().heldCallee()))
                        .contains(device);
            });
        }
        for (Call call : round.calls()) {
            if (!call.state().isFinal()) {
                assertThat(world.devices.find(call.callerId()).orElseThrow().callId())
                        .contains(call.id());
                assertThat(world.devices
                                .find(call.parties().heldCallee())
                                .orElseThrow()
                                .callId())
                        .contains(call.id());
            }
        }
    }

    /** Lets all leases run out and the sweeper do its work; answers with the media that nobody had noted. */
    private List<Media> settle() {
        for (int sweep = 0; sweep < 2; sweep++) {
            world.clock.advance(EVERY_LEASE);
            survivor.sweep();
        }
        List<Media> lost = world.mediaProvider.live().stream()
                .filter(media -> world.calls
                        .find(media.sessionId().replace("session-of-", ""))
                        .flatMap(Call::media)
                        .isEmpty())
                .toList();
        lost.forEach(world.mediaProvider::release);
        return lost;
    }

    private void nothingIsLeft(Round round) {
        assertThat(world.mediaProvider.live()).isEmpty();
        assertThat(world.calls.overdue(world.clock.instant().plus(EVERY_LEASE), 1))
                .isEmpty();
        assertThat(devices).allMatch(world::isFree);
        for (Call call : round.calls()) {
            assertThat(call.state().isFinal()).isTrue();
            assertThat(round.ends().getOrDefault(call.id(), call.state())).isEqualTo(call.state());
        }
    }

    /** Also calls that no client knows of, because whoever made them died. */
    private void everyCallIsOver() {
        for (int device = 0; device < DEVICES; device++) {
            assertThat(world.history
                            .of(devices.get(device), owner(device), Optional.empty(), ROUNDS * PROCESSES * ACTS)
                            .entries())
                    .isNotEmpty()
                    .extracting(Entry::state)
                    .allMatch(CallState::isFinal);
        }
    }
}
