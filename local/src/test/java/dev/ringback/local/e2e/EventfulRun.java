package dev.ringback.local.e2e;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** Calls that go well, and everything going wrong once that the functions have a metric or an alarm for. */
final class EventfulRun {
    private final Backend backend;
    private final Phone ada;
    private final Phone ben;

    /** Nobody else's push, late as it may be, is refused in place of his. */
    private final Phone cleo;

    EventfulRun(Backend backend) throws Exception {
        this.backend = backend;
        ada = backend.phone("ada").registered("GCM");
        ben = backend.phone("ben").registered("GCM");
        cleo = backend.phone("cleo").registered("GCM");
    }

    /** @return the id of a call that went well */
    String go() throws Exception {
        String callId = answeredCall();
        ada.call(
                "initiateCall",
                "callerId",
                ada.clientId(),
                "calleeId",
                UUID.randomUUID().toString());
        bandwidthFails();
        bandwidthIsSlow();
        pushesAreRefused();
        timersAreNotStarted();
        eventsAreNotPublished();
        timeOutsAreNotKept();
        aCallIsLeftToTheSweeper();
        mediaIsAbandoned();
        return callId;
    }

    private String answeredCall() throws Exception {
        String callId = ada.calls(ben);
        backend.inbox().firstPushTo(ben.deviceToken());
        ben.answerCall(callId);
        ada.endCall();
        isLogged(callId, "MediaReleased");
        isLogged(callId, "pushNotSent");
        return callId;
    }

    private void bandwidthFails() throws Exception {
        backend.bandwidth().fail("{\"path\":\"/sessions\",\"method\":\"POST\",\"status\":500,\"times\":5}");
        ada.initiateCall(ben);
        backend.bandwidth().heal();
    }

    private void bandwidthIsSlow() throws Exception {
        backend.bandwidth().fail("{\"path\":\"/sessions\",\"method\":\"POST\",\"delayMs\":1500,\"times\":1}");
        ended(ada.calls(ben));
        backend.bandwidth().heal();
    }

    private void pushesAreRefused() throws Exception {
        backend.inbox()
                .fail(
                        "{\"path\":\"push/" + cleo.deviceToken() + "\",\"deliveryStatus\":\"PERMANENT_FAILURE\","
                                + "\"statusCode\":400,\"statusMessage\":\"{\\\"pushProviderError\\\":\\\"SENDER_ID_MISMATCH\\\"}\"}");
        isLogged(ada.calls(cleo), "PushWrongForChannel");
        backend.inbox().heal();
    }

    private void timersAreNotStarted() throws Exception {
        awsFails("sqs/SendMessage");
        String callId = ada.calls(ben);
        isLogged(callId, "RingTimersNotStarted");
        healAws();
        ended(callId);
    }

    private void eventsAreNotPublished() throws Exception {
        awsFails("events/PutEvents");
        String callId = ada.calls(ben);
        isLogged(callId, "eventNotPublished");
        healAws();
        ended(callId);
    }

    private void timeOutsAreNotKept() throws Exception {
        String callId = ada.calls(ben);
        isLogged(callId, "callChanged");
        isLogged(callId, "TimeToRing");
        awsFails("dynamodb/GetItem");
        post(backend.runtime().endpoints().awsEndpoint() + "/_queues", "{\"queue\":\"RingTimeout\"}");
        isLogged(callId, "callNotKept");
        healAws();
        ended(callId);
    }

    private void aCallIsLeftToTheSweeper() throws Exception {
        String callId = ada.calls(ben);
        isLogged(callId, "TimeToRing");
        set(callId, Map.of("ringUntil", Instant.EPOCH, "leaseUntil", Instant.EPOCH));
        swept(callId, "CallsSwept");
        isLogged(callId, "MediaReleased");
    }

    private void mediaIsAbandoned() throws Exception {
        backend.bandwidth().fail("{\"path\":\"\",\"method\":\"DELETE\",\"status\":500,\"times\":1000}");
        String callId = ada.calls(ben);
        ada.endCall();
        isLogged(callId, "MediaLeftBehind");
        set(callId, Map.of("changedAt", Instant.now().minus(Duration.ofHours(10)), "leaseUntil", Instant.EPOCH));
        swept(callId, "MediaAbandoned");
        isLogged(callId, "mediaAbandoned");
        backend.bandwidth().heal();
    }

    private void ended(String callId) throws Exception {
        ada.endCall();
        isLogged(callId, "MediaReleased");
    }

    /** The index of leases is a moment behind. */
    private void swept(String callId, String what) throws Exception {
        Eventually.holds(what + " by a sweep", Duration.ofSeconds(60), () -> {
            post(backend.runtime().endpoints().eventsUrl() + "/_rules", "{\"rule\":\"Sweep\"}");
            return wasLogged(callId, what);
        });
    }

    private void isLogged(String callId, String what) throws Exception {
        Eventually.holds(what + " of " + callId, () -> wasLogged(callId, what));
    }

    /** @param what an event or a metric */
    private boolean wasLogged(String callId, String what) throws Exception {
        return LogLine.about(backend, callId)
                .anyMatch(line -> line.is(what) || line.json().has(what));
    }

    private void set(String callId, Map<String, Instant> times) {
        times.forEach((name, time) -> backend.operator()
                .updateItem(update -> update.tableName(backend.table("Calls"))
                        .key(Map.of("callId", AttributeValue.fromS(callId)))
                        .updateExpression("SET #name = :time")
                        .expressionAttributeNames(Map.of("#name", name))
                        .expressionAttributeValues(
                                Map.of(":time", AttributeValue.fromN(Long.toString(time.toEpochMilli()))))));
    }

    /** Until it is healed: what is still going on for an earlier call may meet it too. */
    private void awsFails(String operation) throws Exception {
        aws("{\"path\":\"" + operation + "\",\"status\":500,\"times\":1000}");
    }

    private void healAws() throws Exception {
        aws("{\"clear\":true}");
    }

    private void aws(String fault) throws Exception {
        post(backend.runtime().endpoints().awsEndpoint() + "/_faults", fault);
    }

    private static void post(String url, String body) throws Exception {
        Http.Answer answer = Http.post(url, body);
        if (answer.status() >= 300) {
            throw new AssertionError(List.of(url, body, answer).toString());
        }
    }
}
