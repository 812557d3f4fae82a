package dev.ringback.local.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** One id leads from a request to all that the backend did for the call it made, in whichever function. */
@ExtendWith(BackendExtension.class)
class TraceTest {
    @Test
    void everyLineAboutACallHasTheTraceOfTheRequestThatMadeIt(Backend backend) throws Exception {
        Phone ada = backend.phone("ada").registered("GCM");
        Phone ben = backend.phone("ben").registered("GCM");
        String callId = ada.calls(ben);
        backend.inbox().firstPushTo(ben.deviceToken());
        ben.answerCall(callId);
        ada.endCall();
        Eventually.holds(
                "all functions have logged what they did",
                () -> kinds(backend, callId)
                        .containsAll(Set.of(
                                "CallApi request",
                                "CallApi answerCall",
                                "PushNotifier pushSent",
                                "CallEvents callChanged",
                                "CallKeeper MediaReleased")));

        List<LogLine> lines = LogLine.about(backend, callId).toList();
        assertThat(lines).extracting(line -> line.text("traceId")).containsOnly(traceOf(backend, callId));
        assertThat(kinds(backend, callId)).contains("CallApi initiateCall", "CallApi endCall");
    }

    @Test
    void twoCallsHaveTwoTraces(Backend backend) throws Exception {
        Phone ada = backend.phone("ada").registered("GCM");
        Phone ben = backend.phone("ben").registered("GCM");
        String first = ada.calls(ben);
        ada.endCall();
        String second = ada.calls(ben);
        ada.endCall();
        assertThat(traceOf(backend, first)).isNotEqualTo(traceOf(backend, second));
    }

    @Test
    void aRequestThatIsAboutNoCallHasATraceOfItsOwn(Backend backend) throws Exception {
        Phone ada = backend.phone("ada").registered("GCM");
        String requestId = ada.call("answerCall", "clientId", ada.clientId(), "callId", "none")
                .body()
                .path("requestId")
                .asText();
        assertThat(LogLine.of(backend.logs()))
                .filteredOn(line -> line.is("request") && line.text("requestId").equals(requestId))
                .singleElement()
                .satisfies(line -> {
                    assertThat(line.text("traceId")).matches("1-[0-9a-f]{8}-[0-9a-f]{24}");
                    assertThat(line.text("callId")).isEmpty();
                });
    }

    private static String traceOf(Backend backend, String callId) {
        return backend.items("Calls")
                .filter(call -> call.get("callId").s().equals(callId))
                .map(call -> call.get("traceId").s())
                .findFirst()
                .orElseThrow();
    }

    /** Which function wrote which event or metric about a call. */
    private static Set<String> kinds(Backend backend, String callId) throws Exception {
        return LogLine.about(backend, callId)
                .map(line -> line.function() + " "
                        + (line.json().has("event")
                                ? line.text("event")
                                : line.json()
                                        .at("/_aws/CloudWatchMetrics/0/Metrics/0/Name")
                                        .asText()))
                .collect(Collectors.toSet());
    }
}
