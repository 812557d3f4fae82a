package dev.ringback.pushnotifier;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.ringback.calling.call.CallState;
import dev.ringback.functionkit.Environment;
import dev.ringback.functionkit.FakeInvocation;
import dev.ringback.pushnotifier.push.PushOutcome;
import dev.ringback.telemetry.JsonTelemetry;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PushNotifierHandlerTest {
    private final RingingCall ringing = new RingingCall();
    private final ScriptedSender sender = new ScriptedSender();
    private final ScriptedSender rehearsal = new ScriptedSender();
    private final ByteArrayOutputStream log = new ByteArrayOutputStream();
    private boolean withToken;
    private CallerNames names = (callerId, owner) -> Optional.of("Ada Lovelace");

    @Test
    void ringsTheCallOfTheEvent() throws Exception {
        ring();
        assertThat(sender.sent).hasSize(1);
    }

    @Test
    void logsOneLineAboutIt() throws Exception {
        ring();
        assertThat(log())
                .containsOnlyOnce("pushSent")
                .contains(
                        "\"requestId\":\"invocation-1\"",
                        "\"callId\":\"" + ringing.call.id() + "\"",
                        "\"outcome\":\"Accepted\"");
    }

    @Test
    void countsTheOutcomeByChannel() throws Exception {
        ring();
        assertThat(log()).contains("\"channel\":\"GCM\",\"outcome\":\"Accepted\",\"PushOutcome\":1");
    }

    @Test
    void logsNeitherTokenNorName() throws Exception {
        ring();
        assertThat(log()).doesNotContain("token-of-bob", ringing.calleeToken, "Lovelace");
    }

    @Test
    void saysLoudlyThatPushesAreMisconfigured() {
        sender.answer(new PushOutcome.Misconfigured("ForbiddenException 403"));
        assertThatThrownBy(() -> ring()).isInstanceOf(PushFailedException.class);
        assertThat(log()).contains("\"level\":\"ERROR\"", "ForbiddenException 403");
    }

    @Test
    void failsWhenTheServiceStaysBusy() {
        PushOutcome busy = new PushOutcome.Retryable("THROTTLED 429");
        sender.answer(busy, busy, busy);
        assertThatThrownBy(() -> ring()).isInstanceOf(PushFailedException.class);
    }

    @Test
    void failsWhenTheServiceStaysSilent() {
        PushOutcome silence = new PushOutcome.Unanswered("Pinpoint did not answer");
        sender.answer(silence, silence, silence);
        assertThatThrownBy(() -> ring()).isInstanceOf(PushFailedException.class);
    }

    @Test
    void isDoneWhenTheTokenIsDead() {
        sender.answer(new PushOutcome.TokenDead("UNREGISTERED"));
        assertThatCode(() -> ring()).doesNotThrowAnyException();
    }

    @Test
    void endsACallThatCannotRing() throws Exception {
        sender.answer(new PushOutcome.TokenDead("UNREGISTERED"));
        ring();
        assertThat(ringing.stored().state()).isEqualTo(CallState.UNREACHABLE);
    }

    @Test
    void endsACallThatCannotRingBeforeItFails() {
        PushOutcome busy = new PushOutcome.Retryable("THROTTLED 429");
        sender.answer(busy, busy, busy);
        assertThatThrownBy(() -> ring()).isInstanceOf(PushFailedException.class);
        assertThat(ringing.stored().state()).isEqualTo(CallState.UNREACHABLE);
    }

    @Test
    void reportsADeviceThatIsGone() throws Exception {
        ringing.loseCallee();
        ring();
        assertThat(log()).contains("\"event\":\"pushNotSent\"", "no_device");
    }

    @Test
    void sendsTheCalleesTokenToAppsThatDoNotAnswer() throws Exception {
        withToken = true;
        ring();
        assertThat(sender.sent.getFirst().push().joinToken()).contains(ringing.calleeToken);
    }

    @Test
    void isDoneWhenThereIsNothingToRing() throws Exception {
        handle("{\"callId\":\"call-2\"}");
        assertThat(log()).contains("\"event\":\"pushNotSent\"", "unknown_call");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "no json", "{}", "[]", "{\"callId\":7}", "{\"callId\":\" \"}"})
    void refusesAnEventWithoutACallId(String event) {
        assertThatThrownBy(() -> handle(event)).isInstanceOf(PushFailedException.class);
    }

    @Test
    void primingSendsNothing() {
        new PushNotifierHandler(wiring()).prime();
        assertThat(log()).contains("\"event\":\"primed\"", "\"failed\":\"{}\"");
        assertThat(sender.sent).isEmpty();
    }

    @Test
    void primingLeavesCallsAsTheyAre() {
        new PushNotifierHandler(wiring()).prime();
        assertThat(ringing.stored()).isEqualTo(ringing.call);
    }

    @Test
    void primingComposesAPushOfEveryChannel() {
        new PushNotifierHandler(wiring()).prime();
        assertThat(rehearsal.sent).hasSize(5);
    }

    @Test
    void namesAMissingVariable() {
        assertThatThrownBy(() -> Wiring.of(new Environment(Map.of("AWS_REGION", "eu-central-1"))))
                .hasMessage("The environment variable DEVICE_INFO_TABLE is missing.");
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

    private void ring() throws Exception {
        handle("{\"callId\":\"" + ringing.call.id() + "\"}");
    }

    private void handle(String event) throws Exception {
        new PushNotifierHandler(wiring())
                .handleRequest(
                        new ByteArrayInputStream(event.getBytes(StandardCharsets.UTF_8)),
                        new ByteArrayOutputStream(),
                        new FakeInvocation());
    }

    private Wiring wiring() {
        var parts = new Wiring.Parts(ringing.backend.calls, ringing.backend.devices, names, sender, rehearsal);
        var telemetry = new JsonTelemetry("test", new PrintStream(log, true, StandardCharsets.UTF_8), ringing.clock);
        return Wiring.of(parts, withToken, telemetry, ringing.clock, ringing.clock::advance);
    }

    private String log() {
        return log.toString(StandardCharsets.UTF_8);
    }
}
