package dev.ringback.local.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Each refusal has its status and changes nothing. */
@ExtendWith(BackendExtension.class)
class RefusalTest {
    private Backend backend;
    private Phone ada;
    private Phone ben;
    private Phone eve;

    @BeforeEach
    void threePhones(Backend backend) throws Exception {
        this.backend = backend;
        ada = backend.phone("ada").registered("GCM");
        ben = backend.phone("ben").registered("GCM");
        eve = backend.phone("eve").registered("GCM");
    }

    @Test
    void noToken() throws Exception {
        refused(401, () -> Http.post(backend.runtime().endpoints().apiUrl(), endCall(ada)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "Bearer", "Bearer ", "Bearer abc", "Bearer a.b.c", "Basic YTpi"})
    void anAuthorizationHeaderWithoutAToken(String header) throws Exception {
        refused(401, () -> Http.post(backend.runtime().endpoints().apiUrl(), endCall(ada), "Authorization", header));
    }

    @ParameterizedTest
    @MethodSource("dev.ringback.local.e2e.Forgery#all")
    void aTokenThatThisPoolDidNotIssueOrThatIsOver(Forgery forgery) throws Exception {
        String token = forgery.of(ada, backend);

        refused(
                401,
                () -> Http.post(
                        backend.runtime().endpoints().apiUrl(), endCall(ada), "Authorization", "Bearer " + token));
    }

    @Test
    void callingAsSomebodyElse() throws Exception {
        refused(404, () -> eve.call("initiateCall", "callerId", ada.clientId(), "calleeId", ben.clientId()));
    }

    @Test
    void hangingUpSomebodyElse() throws Exception {
        ada.initiateCall(ben);
        refused(404, () -> eve.call("endCall", "clientId", ada.clientId()));
        ada.endCall();
    }

    @Test
    void callingNobody() throws Exception {
        String nobody = UUID.randomUUID().toString();
        refused(404, () -> ada.call("initiateCall", "callerId", ada.clientId(), "calleeId", nobody));
    }

    @Test
    void callingOneself() throws Exception {
        refused(400, () -> ada.call("initiateCall", "callerId", ada.clientId(), "calleeId", ada.clientId()));
    }

    @Test
    void aBusyCaller() throws Exception {
        adaRingsBen();
        Http.Answer answer = refused(409, () -> ada.initiateCall(eve));
        assertThat(answer.error()).isEqualTo("BUSY");
        ada.endCall();
    }

    @Test
    void aBusyCallee() throws Exception {
        adaRingsBen();
        Http.Answer answer = refused(409, () -> eve.initiateCall(ben));
        assertThat(answer.error()).isEqualTo("BUSY");
        ada.endCall();
    }

    @ParameterizedTest
    @MethodSource("badBodies")
    void aBodyThatIsNoGoodRequest(String body) throws Exception {
        Http.Answer answer = refused(400, () -> ada.send(body));

        assertThat(answer.error()).isIn("BAD_REQUEST", "UNKNOWN_ACTION");
        assertThat(answer.body().path("message").asText())
                .isNotEmpty()
                .doesNotContain("jackson", "Exception", "dev.ringback");
    }

    static Stream<String> badBodies() {
        return Stream.of(
                        Stream.of("", "null", "[]", "\"register\"", "{", "{\"action\":\"endCall\"", "nonsense"),
                        Stream.of("{}", "{\"action\":null}", "{\"action\":7}", "{\"action\":\"transferCall\"}"),
                        badFields("register", "notifyType", "\"GCM\"", "deviceToken", "\"t\""),
                        badFields("initiateCall", "callerId", "\"a\"", "calleeId", "\"b\""),
                        badFields("endCall", "clientId", "\"a\""),
                        badFields("answerCall", "clientId", "\"a\"", "callId", "\"b\""),
                        badFields("declineCall", "clientId", "\"a\"", "callId", "\"b\""),
                        badFields("getCall", "clientId", "\"a\"", "callId", "\"b\""),
                        badFields("listCalls", "clientId", "\"a\""),
                        badFields("deleteClientIds", "clientIds", "[\"a\"]"),
                        Stream.of(
                                "{\"action\":\"register\",\"notifyType\":\"EMAIL\",\"deviceToken\":\"t\"}",
                                "{\"action\":\"register\",\"notifyType\":\"GCM\",\"deviceToken\":\"\"}",
                                "{\"action\":\"deleteClientIds\",\"clientIds\":[]}",
                                "{\"action\":\"deleteClientIds\",\"clientIds\":[7]}",
                                "{\"action\":\"deleteClientIds\",\"clientIds\":[null]}",
                                "{\"action\":\"initiateCall\",\"callerId\":\"a\",\"calleeId\":\"b\",\"requestId\":\"\"}",
                                "{\"action\":\"endCall\",\"clientId\":\"a\",\"callId\":\"a b\"}",
                                "{\"action\":\"declineCall\",\"clientId\":\"a\",\"callId\":\"b\",\"reason\":\"a b\"}",
                                "{\"action\":\"listCalls\",\"clientId\":\"a\",\"limit\":0}",
                                "{\"action\":\"listCalls\",\"clientId\":\"a\",\"limit\":101}",
                                "{\"action\":\"listCalls\",\"clientId\":\"a\",\"limit\":\"5\"}",
                                "{\"action\":\"listCalls\",\"clientId\":\"a\",\"nextToken\":\"x\"}"),
                        Stream.of(thousandIds(), elevenKilobytes()))
                .flatMap(bodies -> bodies);
    }

    /** Each field in turn missing, null, a number, a boolean, an object. */
    private static Stream<String> badFields(String action, String... namesAndValues) {
        return IntStream.range(0, namesAndValues.length / 2)
                .boxed()
                .flatMap(bad -> Stream.of("", "null", "7", "true", "{}").map(value -> {
                    String fields = IntStream.range(0, namesAndValues.length / 2)
                            .filter(i -> i != bad || !value.isEmpty())
                            .mapToObj(i -> ",\"" + namesAndValues[2 * i] + "\":"
                                    + (i == bad ? value : namesAndValues[2 * i + 1]))
                            .collect(Collectors.joining());
                    return "{\"action\":\"" + action + "\"" + fields + "}";
                }));
    }

    private static String thousandIds() {
        return IntStream.range(0, 1000)
                .mapToObj(i -> "\"" + i + "\"")
                .collect(Collectors.joining(",", "{\"action\":\"deleteClientIds\",\"clientIds\":[", "]}"));
    }

    private static String elevenKilobytes() {
        return "{\"action\":\"endCall\",\"clientId\":\"a\",\"padding\":\"" + "x".repeat(11 * 1024) + "\"}";
    }

    private static String endCall(Phone phone) {
        return "{\"action\":\"endCall\",\"clientId\":\"" + phone.clientId() + "\"}";
    }

    /** And all that is written of it by itself is. */
    private void adaRingsBen() throws Exception {
        String callId = ada.calls(ben);
        Eventually.holds(
                "what the push did is noted",
                () -> backend.items("Calls")
                        .filter(call -> call.get("callId").s().equals(callId))
                        .anyMatch(call -> call.containsKey("timeline")));
    }

    private Http.Answer refused(int status, Request request) throws Exception {
        backend.awaitReleases();
        String before = backend.everythingStored();
        var media = backend.bandwidth().state();

        Http.Answer answer = request.send();

        assertThat(answer.status()).as(answer.toString()).isEqualTo(status);
        assertThat(backend.everythingStored()).isEqualTo(before);
        assertThat(backend.bandwidth().state()).isEqualTo(media);
        return answer;
    }

    private interface Request {
        Http.Answer send() throws Exception;
    }
}
