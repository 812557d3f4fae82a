package dev.ringback.pushnotifier;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.ringback.calling.call.CallState;
import dev.ringback.functionkit.Environment;
import dev.ringback.functionkit.FakeInvocation;
import dev.ringback.pushnotifier.push.PushOutcome;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PushNotifierHandlerTest {
    private static final PushOutcome BUSY = new PushOutcome.Retryable("THROTTLED 429");

    private final Assembled parts = new Assembled();
    private final RingingCall ringing = parts.ringing;

    @Test
    void ringsTheCallOfTheEvent() throws Exception {
        ring();
        assertThat(parts.sender.sent).hasSize(1);
    }

    @Test
    void tellsPhonesToStopOnAnEventOfTheBus() throws Exception {
        handle(event("CANCELLED"));
        assertThat(parts.first().push().type()).isEqualTo("call_cancelled");
        assertThat(parts.log()).contains("\"state\":\"CANCELLED\"");
    }

    @Test
    void logsOneLineAboutEachDevice() throws Exception {
        ring();
        assertThat(parts.log().split("\"event\":\"pushSent\"", -1)).hasSize(4);
        assertThat(parts.log())
                .contains(
                        "\"requestId\":\"invocation-1\"",
                        "\"callId\":\"" + ringing.call.id() + "\"",
                        "\"outcome\":\"Accepted\"");
    }

    @Test
    void countsTheOutcomeByChannel() throws Exception {
        ring();
        assertThat(parts.log()).contains("\"channel\":\"GCM\",\"outcome\":\"Accepted\",\"PushOutcome\":1");
    }

    @Test
    void logsUnderTheTraceOfTheRequestThatMadeTheCall() throws Exception {
        handle(event("CANCELLED"));
        assertThat(parts.log().lines())
                .allSatisfy(line -> assertThat(line)
                        .contains(
                                "\"traceId\":\"" + RingingCall.TRACE + "\"",
                                "\"callId\":\"" + ringing.call.id() + "\""));
    }

    @Test
    void measuresHowLongTheCallerWaitedForTheFirstPush() throws Exception {
        ring();
        assertThat(parts.log().split("\"TimeToRing\":", -1)).hasSize(2);
    }

    @Test
    void measuresNoRingingWhereNothingRings() {
        allAnswer(BUSY);
        assertThatThrownBy(this::ring).isInstanceOf(PushFailedException.class);
        assertThat(parts.log()).doesNotContain("TimeToRing");
    }

    @Test
    void logsNeitherTokenNorName() throws Exception {
        parts.withToken = true;
        ring();
        assertThat(parts.log()).doesNotContain("tablet-voip", "old-voip", ringing.calleeToken, "Lovelace");
    }

    @Test
    void saysLoudlyThatPushesAreMisconfiguredThoughAnotherDeviceRings() {
        parts.sender.answer("phone", new PushOutcome.Misconfigured("ForbiddenException 403"));
        assertThatThrownBy(this::ring).isInstanceOf(PushFailedException.class);
        assertThat(parts.log()).contains("\"level\":\"ERROR\"", "ForbiddenException 403");
    }

    @Test
    void saysLoudlyThatPhonesCannotBeToldToStop() {
        parts.sender.answer("tablet-alert", new PushOutcome.Misconfigured("PERMANENT_FAILURE 400 No channel"));
        assertThatThrownBy(() -> handle(event("MISSED"))).isInstanceOf(PushFailedException.class);
    }

    @Test
    void failsWhenTheServiceStaysBusy() {
        allAnswer(BUSY);
        assertThatThrownBy(this::ring).isInstanceOf(PushFailedException.class);
    }

    @Test
    void failsWhenTheServiceStaysSilent() {
        allAnswer(new PushOutcome.Unanswered("Pinpoint did not answer"));
        assertThatThrownBy(this::ring).isInstanceOf(PushFailedException.class);
    }

    @Test
    void isDoneWhenOneDeviceRings() {
        parts.sender.answer("phone", BUSY, BUSY, BUSY);
        assertThatCode(this::ring).doesNotThrowAnyException();
        assertThat(ringing.stored().state()).isEqualTo(CallState.RINGING);
    }

    @Test
    void isDoneWhenEveryTokenIsDead() {
        allAnswer(new PushOutcome.TokenDead("UNREGISTERED"));
        assertThatCode(this::ring).doesNotThrowAnyException();
        assertThat(ringing.stored().state()).isEqualTo(CallState.UNREACHABLE);
    }

    @Test
    void endsACallThatCannotRingBeforeItFails() {
        allAnswer(BUSY);
        assertThatThrownBy(this::ring).isInstanceOf(PushFailedException.class);
        assertThat(ringing.stored().state()).isEqualTo(CallState.UNREACHABLE);
    }

    @Test
    void reportsThatTheCalleeHasNoDevice() throws Exception {
        ringing.loseDevices();
        ring();
        assertThat(parts.log()).contains("\"event\":\"pushNotSent\"", "no_device");
        assertThat(ringing.stored().state()).isEqualTo(CallState.UNREACHABLE);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "no json",
                "{}",
                "[]",
                "{\"callId\":7}",
                "{\"callId\":\" \"}",
                "{\"detail-type\":\"Call State Changed\"}",
                "{\"detail-type\":\"Call State Changed\",\"detail\":{\"callId\":\"c\",\"state\":\"MISSED\"}}"
            })
    void refusesAnEventThatSaysTooLittle(String event) {
        assertThatThrownBy(() -> handle(event)).isInstanceOf(PushFailedException.class);
    }

    @Test
    void primingSendsNothingAndLeavesCallsAsTheyAre() {
        new PushNotifierHandler(parts.wiring()).prime();
        assertThat(parts.log()).contains("\"event\":\"primed\"", "\"failed\":\"{}\"");
        assertThat(parts.sender.sent).isEmpty();
        assertThat(ringing.stored()).isEqualTo(ringing.call);
    }

    @Test
    void primingComposesAPushOfEveryKindToEveryChannel() {
        new PushNotifierHandler(parts.wiring()).prime();
        assertThat(parts.rehearsal.sent)
                .extracting(sent -> sent.push().type() + " " + sent.addresses().size())
                .containsExactly("incoming_call 5", "call_cancelled 5", "missed_call 5");
    }

    @Test
    void namesAMissingVariable() {
        assertThatThrownBy(() -> Wiring.of(new Environment(Map.of("AWS_REGION", "eu-central-1"))))
                .hasMessage("The environment variable ENVIRONMENT_NAME is missing.");
    }

    @Test
    void startsWithTheVariablesItIsGiven() {
        Environment environment = new Environment(Map.of(
                "AWS_REGION", "eu-central-1",
                "ENVIRONMENT_NAME", "test",
                "DEVICE_INFO_TABLE", "devices",
                "CALLS_TABLE", "calls",
                "PEOPLE_TABLE", "people",
                "PEOPLE_BY_CLIENT_ID_INDEX", "byClientId",
                "PINPOINT_APPLICATION_ID", "app",
                "DEEP_LINK", "https://my.app.com/incomingCall",
                "INCLUDE_PARTICIPANT_TOKEN", "false"));
        assertThat(new PushNotifierHandler(Wiring.of(environment))).isNotNull();
    }

    private void allAnswer(PushOutcome outcome) {
        for (String token : List.of("phone", "tablet-voip", "old-voip")) {
            parts.sender.answer(token, Collections.nCopies(3, outcome).toArray(PushOutcome[]::new));
        }
    }

    private void ring() throws Exception {
        handle("{\"callId\":\"" + ringing.call.id() + "\"}");
    }

    /** As the event bus delivers it. */
    private String event(String state) {
        return """
                {"version":"0","detail-type":"Call State Changed","source":"ringback.calls","detail":{
                 "environment":"test","callId":"%s","state":"%s","by":"system","callerId":"%s","calleeId":"%s",
                 "callerOwner":"ada","calleeOwner":"bob","at":"%s","version":2,"traceId":"%s"}}""".formatted(
                        ringing.call.id(),
                        state,
                        ringing.caller.id(),
                        ringing.phone.id(),
                        ringing.clock.instant(),
                        RingingCall.TRACE);
    }

    private void handle(String event) throws Exception {
        new PushNotifierHandler(parts.wiring())
                .handleRequest(
                        new ByteArrayInputStream(event.getBytes(StandardCharsets.UTF_8)),
                        new ByteArrayOutputStream(),
                        new FakeInvocation());
    }
}
