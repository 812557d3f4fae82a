package dev.ringback.local.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/**
 * Five hundred calls among a hundred phones that do whatever comes to their users' minds, while functions are killed in the
 * middle of their work and Bandwidth fails: afterwards nobody is busy, every call is over and Bandwidth is empty.
 */
class SoakTest {
    private static final int CALLS = 500;
    private static final int PHONES = 100;
    private static final int AT_ONCE = 6;
    private static final Set<String> LIVE = Set.of("RINGING", "ANSWERED");
    private static final Duration REST = Duration.ofMinutes(4);

    private final AtomicInteger made = new AtomicInteger();
    private final AtomicInteger killed = new AtomicInteger();
    private final AtomicInteger killedWhileCalling = new AtomicInteger();
    private Backend backend;
    private List<Phone> phones;

    @Test
    void afterAllOfItNothingIsLeft() throws Exception {
        Map<String, String> brief = Map.of("RING_SECONDS", "3", "CALL_LEASE_MINUTES", "1");
        try (Backend started = Backend.startInMemory(EditedAssembly.with(brief))) {
            backend = started;
            phones = phones();
            trouble();
            settle();

            assertThat(backend.items("DeviceInfo")).noneMatch(device -> device.containsKey("callId"));
            assertThat(calls().size()).isGreaterThanOrEqualTo(CALLS);
            assertThat(calls()).extracting(SoakTest::state).doesNotContainAnyElementsOf(LIVE);
            assertThat(mediaThatWasNoted()).isEmpty();
            // A session and two participants at most, of a process that was killed before it could note them: nobody
            // can know.
            assertThat(left()).hasSizeLessThanOrEqualTo(killedWhileCalling.get() * 3);
            report();
        }
    }

    private void report() throws Exception {
        Map<String, Long> states =
                calls().stream().collect(Collectors.groupingBy(SoakTest::state, Collectors.counting()));
        System.out.println("soak: calls " + states + ", processes killed " + killed + ", left at Bandwidth by "
                + killedWhileCalling + " killed while calling: " + left().size());
    }

    private List<Phone> phones() throws Exception {
        List<Callable<Phone>> signUps = IntStream.range(0, PHONES)
                .mapToObj(i -> (Callable<Phone>) () -> backend.phone("soak" + i).registered("GCM"))
                .toList();
        List<Phone> signedUp = new ArrayList<>();
        try (var executor = Executors.newFixedThreadPool(AT_ONCE)) {
            for (Future<Phone> phone : executor.invokeAll(signUps)) {
                signedUp.add(phone.get());
            }
        }
        return signedUp;
    }

    private void trouble() throws Exception {
        Random random = new Random(4);
        try (ScheduledExecutorService chaos = Executors.newSingleThreadScheduledExecutor();
                var users = Executors.newFixedThreadPool(AT_ONCE)) {
            chaos.scheduleWithFixedDelay(() -> quietly(() -> injectFault(random)), 1, 4, TimeUnit.SECONDS);
            chaos.scheduleWithFixedDelay(() -> quietly(() -> killOne(random)), 3, 4, TimeUnit.SECONDS);
            List<Callable<Void>> lives = IntStream.range(0, AT_ONCE)
                    .mapToObj(i -> (Callable<Void>) () -> live(new Random(i)))
                    .toList();
            for (Future<Void> life : users.invokeAll(lives)) {
                life.get();
            }
            chaos.shutdownNow();
            chaos.awaitTermination(1, TimeUnit.MINUTES);
        }
        backend.bandwidth().heal();
    }

    private Void live(Random random) throws Exception {
        while (made.get() < CALLS) {
            Phone caller = phones.get(random.nextInt(PHONES));
            Phone callee = phones.get(random.nextInt(PHONES));
            if (caller != callee) {
                call(caller, callee, random);
            }
        }
        return null;
    }

    /** Whatever the answers are: phones do not know what goes on at the backend. */
    private void call(Phone caller, Phone callee, Random random) throws Exception {
        String requestId = "soak-" + random.nextLong(Long.MAX_VALUE);
        Http.Answer call = caller.initiateCall(callee, requestId);
        if (call.status() >= 500) {
            call = caller.initiateCall(callee, requestId);
        }
        assertThat(call.status()).as(call.toString()).isIn(200, 409, 500, 502, 503);
        String callId = call.body().path("callId").asText();
        if (callId.isEmpty()) {
            return;
        }
        made.addAndGet(call.body().has("merged") ? 0 : 1);
        switch (random.nextInt(8)) {
            case 0 -> callee.declineCall(callId);
            case 1 -> caller.endCall(callId);
            case 2 -> callee.initiateCall(caller);
            case 3 -> Http.atOnce(List.of(() -> callee.answerCall(callId), caller::endCall));
            case 4 -> Http.atOnce(List.of(() -> callee.answerCall(callId), () -> callee.declineCall(callId)));
            case 5 -> callee.getCall(callId);
            default -> {
                callee.answerCall(callId);
                (random.nextBoolean() ? caller : callee).endCall();
            }
        }
    }

    private void injectFault(Random random) throws Exception {
        String path = List.of("/sessions", "/participants", "/participants/", "/sessions/")
                .get(random.nextInt(4));
        String fault = List.of("\"status\":500", "\"status\":429", "\"drop\":true", "\"delayMs\":3000")
                .get(random.nextInt(4));
        backend.bandwidth().fail("{\"path\":\"" + path + "\"," + fault + ",\"times\":2}");
    }

    private void killOne(Random random) {
        String handler = List.of(
                        "CallApiHandler",
                        "CallApiHandler",
                        "CallKeeperHandler",
                        "CallEventsHandler",
                        "PushNotifierHandler")
                .get(random.nextInt(5));
        List<ProcessHandle> running = Functions.running(handler);
        if (!running.isEmpty()) {
            running.get(random.nextInt(running.size())).destroyForcibly();
            killed.incrementAndGet();
            killedWhileCalling.addAndGet(handler.equals("CallApiHandler") ? 1 : 0);
        }
    }

    private void settle() throws Exception {
        Eventually.holds("every call is over, and its media released", REST, () -> {
            Http.post(backend.runtime().endpoints().eventsUrl() + "/_rules", "{\"rule\":\"Sweep\"}");
            TimeUnit.SECONDS.sleep(2);
            return calls().stream().noneMatch(call -> call.containsKey("leased"));
        });
    }

    private List<Map<String, AttributeValue>> calls() {
        return backend.items("Calls").filter(item -> item.containsKey("state")).toList();
    }

    private static String state(Map<String, AttributeValue> call) {
        return call.get("state").s();
    }

    /** Ids of calls, a time for each session and participant that Bandwidth still has. */
    private List<String> left() throws Exception {
        JsonNode state = backend.bandwidth().state();
        return Stream.of("sessions", "participants")
                .flatMap(kind -> state.path(kind).valueStream())
                .map(thing -> thing.path("tag").asText())
                .toList();
    }

    private List<String> mediaThatWasNoted() throws Exception {
        Set<String> noted = calls().stream()
                .filter(call -> call.containsKey("sessionId"))
                .map(call -> call.get("callId").s())
                .collect(Collectors.toSet());
        return left().stream().filter(noted::contains).toList();
    }

    private static void quietly(Trouble trouble) {
        try {
            trouble.make();
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    private interface Trouble {
        void make() throws Exception;
    }
}
