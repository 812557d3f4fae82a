package dev.ringback.local.e2e;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** How long it takes from a caller's request until the push that rings the callee is accepted; {@code bench/ring} runs it. */
@ExtendWith(BackendExtension.class)
class RingBench {
    private static final int WARM_UP = 30;
    private static final int CALLS = 100;

    /** Milliseconds from the request; the last is the time at which the push's outcome was noted. */
    private record Ring(long reserved, long mediaReady, long answered, long pushed) {}

    @Test
    void fromTheRequestToThePush(Backend backend) throws Exception {
        Phone ada = backend.phone("ada").registered("GCM");
        Phone ben = backend.phone("ben").registered("GCM");
        for (int i = 0; i < WARM_UP; i++) {
            ring(backend, ada, ben);
        }
        List<Ring> rings = new ArrayList<>();
        for (int i = 0; i < CALLS; i++) {
            rings.add(ring(backend, ada, ben));
        }
        System.out.printf("ms after the request, %d warm calls, one after the other%n", CALLS);
        System.out.println("                          p50   p90");
        line("devices reserved", rings.stream().map(Ring::reserved).toList());
        line("media ready", rings.stream().map(Ring::mediaReady).toList());
        line("caller has the answer", rings.stream().map(Ring::answered).toList());
        line("push accepted and noted", rings.stream().map(Ring::pushed).toList());
    }

    private static Ring ring(Backend backend, Phone caller, Phone callee) throws Exception {
        long start = System.currentTimeMillis();
        String callId = caller.calls(callee);
        long answered = System.currentTimeMillis();
        Eventually.holds("the push is noted", () -> item(backend, callId).containsKey("timeline"));
        Map<String, AttributeValue> call = item(backend, callId);
        caller.endCall(callId);
        backend.awaitReleases();
        long pushed = millis(call.get("timeline").l().getFirst().m().get("at"));
        return new Ring(
                millis(call.get("startedAt")) - start,
                millis(call.get("mediaAt")) - start,
                answered - start,
                pushed - start);
    }

    private static Map<String, AttributeValue> item(Backend backend, String callId) {
        return backend.operator()
                .getItem(get -> get.tableName(backend.table("Calls"))
                        .key(Map.of("callId", AttributeValue.fromS(callId)))
                        .consistentRead(true))
                .item();
    }

    private static long millis(AttributeValue time) {
        return Long.parseLong(time.n());
    }

    private static void line(String what, List<Long> millis) {
        List<Long> sorted = millis.stream().sorted().toList();
        System.out.printf("%-24s %5d %5d%n", what, sorted.get(sorted.size() / 2), sorted.get(sorted.size() * 9 / 10));
    }
}
