package dev.ringback.pushnotifier.pinpoint;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ringback.calling.device.NotifyType;
import dev.ringback.pushnotifier.push.Address;
import dev.ringback.pushnotifier.push.Push;
import dev.ringback.pushnotifier.push.PushOutcome;
import dev.ringback.pushnotifier.push.StopReason;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.services.pinpoint.model.APNSMessage;
import software.amazon.awssdk.services.pinpoint.model.ForbiddenException;
import software.amazon.awssdk.services.pinpoint.model.GCMMessage;
import software.amazon.awssdk.services.pinpoint.model.MessageRequest;

class PinpointPushSenderTest {
    private final FakePinpoint pinpoint = new FakePinpoint();
    private final PinpointPushSender sender =
            new PinpointPushSender(pinpoint, "app-1", "https://my.app.com/incomingCall");

    @Test
    void sendsThroughTheApplication() {
        send(Samples.INCOMING, NotifyType.GCM);
        assertThat(pinpoint.requests.getFirst().applicationId()).isEqualTo("app-1");
    }

    @ParameterizedTest
    @EnumSource(NotifyType.class)
    void addressesTheDeviceInItsChannel(NotifyType channel) {
        send(Samples.INCOMING, channel);
        assertThat(only().addresses().get("token-0").channelTypeAsString()).isEqualTo(channel.name());
    }

    @Test
    void givesAndroidUntilTheEndOfTheRing() {
        send(Samples.INCOMING, NotifyType.GCM);
        GCMMessage message = only().messageConfiguration().gcmMessage();
        assertThat(message.timeToLive()).isEqualTo(30);
        assertThat(message.priority()).isEqualTo("high");
        assertThat(message.rawContent()).contains("\"ttl\":\"30s\"");
    }

    @ParameterizedTest
    @CsvSource({
        "APNS,alert,30," + Samples.CALL,
        "APNS_SANDBOX,alert,30," + Samples.CALL,
        "APNS_VOIP,voip,0,",
        "APNS_VOIP_SANDBOX,voip,0,"
    })
    void tellsAppleWhatKindOfPushItIs(NotifyType channel, String type, int timeToLive, String collapseId) {
        send(Samples.INCOMING, channel);
        APNSMessage message = only().messageConfiguration().apnsMessage();
        assertThat(message.apnsPushType()).isEqualTo(type);
        assertThat(message.timeToLive()).isEqualTo(timeToLive);
        assertThat(message.priority()).isEqualTo("10");
        assertThat(message.collapseId()).isEqualTo(collapseId);
    }

    @Test
    void wakesAnIosAppInSilenceToStopRinging() {
        send(Samples.stopped(StopReason.ANSWERED_ELSEWHERE), NotifyType.APNS);
        APNSMessage message = only().messageConfiguration().apnsMessage();
        assertThat(message.apnsPushType()).isEqualTo("background");
        assertThat(message.priority()).isEqualTo("5");
    }

    @Test
    void showsOnIosThatTheCallerGaveUpInPlaceOfTheRinging() {
        send(Samples.stopped(StopReason.CALLER_HANGUP), NotifyType.APNS);
        APNSMessage message = only().messageConfiguration().apnsMessage();
        assertThat(message.apnsPushType()).isEqualTo("alert");
        assertThat(message.collapseId()).isEqualTo(Samples.CALL);
    }

    static List<Push> afterTheBeginning() {
        return Samples.ofEveryKind().stream()
                .filter(push -> !(push instanceof Push.IncomingCall))
                .toList();
    }

    @ParameterizedTest
    @MethodSource("afterTheBeginning")
    void neverSendsAVoipPushThatBeginsNoCall(Push push) {
        assertThat(send(push, NotifyType.APNS_VOIP, NotifyType.APNS_VOIP_SANDBOX)
                        .values())
                .hasOnlyElementsOfType(PushOutcome.Misconfigured.class);
        assertThat(pinpoint.requests).isEmpty();
    }

    @Test
    void sendsToMixedPlatformsInOneRequest() {
        send(Samples.MISSED, NotifyType.GCM, NotifyType.APNS, NotifyType.APNS_SANDBOX, NotifyType.GCM);
        assertThat(only().addresses()).hasSize(4);
        assertThat(only().messageConfiguration().gcmMessage()).isNotNull();
        assertThat(only().messageConfiguration().apnsMessage()).isNotNull();
    }

    @Test
    void sendsAlertAndVoipInTwoRequestsSinceTheyShareTheMessage() {
        send(Samples.INCOMING, NotifyType.GCM, NotifyType.APNS_VOIP, NotifyType.APNS, NotifyType.APNS_VOIP_SANDBOX);
        assertThat(pinpoint.requests)
                .extracting(request -> request.messageRequest().addresses().keySet())
                .containsExactlyInAnyOrder(Set.of("token-0", "token-2"), Set.of("token-1", "token-3"));
    }

    @Test
    void sendsToAHundredInOneRequest() {
        send(Samples.INCOMING, many(100));
        assertThat(only().addresses()).hasSize(100);
    }

    @Test
    void sendsToMoreInSeveral() {
        assertThat(send(Samples.INCOMING, many(201)).values())
                .hasSize(201)
                .hasOnlyElementsOfType(PushOutcome.Accepted.class);
        assertThat(pinpoint.requests).hasSize(3);
    }

    @Test
    void givesTheTokenToTheOneDeviceThatMayHaveIt() {
        send(Samples.incomingWithTokenFor("client-1", "jwt"), NotifyType.GCM, NotifyType.GCM);
        assertThat(only().addresses().get("token-1").rawContent()).contains("tok=jwt");
        assertThat(only().addresses().get("token-0").rawContent()).isNull();
        assertThat(only().messageConfiguration().gcmMessage().rawContent()).doesNotContain("jwt");
    }

    @Test
    void readsTheResultOfEachAddress() {
        pinpoint.answer("token-1", "PERMANENT_FAILURE", 410, "{\"pushProviderError\":\"Unregistered\"}");
        assertThat(send(Samples.INCOMING, NotifyType.GCM, NotifyType.APNS, NotifyType.APNS_VOIP))
                .containsEntry(address(0, NotifyType.GCM), new PushOutcome.Accepted("SUCCESSFUL 200 ok"))
                .containsEntry(
                        address(1, NotifyType.APNS), new PushOutcome.TokenDead("PERMANENT_FAILURE 410 Unregistered"));
    }

    @Test
    void leavesATokenThatTheAnswerQuotesOutOfTheDetail() {
        pinpoint.answer("token-0", "PERMANENT_FAILURE", 400, "Cannot send to token-0: bad request");
        assertThat(send(Samples.INCOMING, NotifyType.GCM).values())
                .containsExactly(new PushOutcome.Misconfigured("PERMANENT_FAILURE 400 Cannot send to …: bad request"));
    }

    @Test
    void anAddressThatPinpointDoesNotNameHasPerhapsGotIt() {
        pinpoint.forget("token-0");
        assertThat(send(Samples.INCOMING, NotifyType.GCM).values()).hasOnlyElementsOfType(PushOutcome.Unknown.class);
    }

    @Test
    void doesNotThrowWhatPinpointRefuses() {
        pinpoint.fail = () -> ForbiddenException.builder().statusCode(403).build();
        assertThat(send(Samples.INCOMING, NotifyType.GCM).values())
                .containsExactly(new PushOutcome.Misconfigured("ForbiddenException 403"));
    }

    @Test
    void doesNotTakeSilenceForARefusal() {
        pinpoint.fail = () -> SdkClientException.create("timed out");
        assertThat(send(Samples.INCOMING, NotifyType.GCM).values()).hasOnlyElementsOfType(PushOutcome.Unanswered.class);
    }

    @Test
    void sendsToTheOthersWhenOnesPayloadIsTooLarge() {
        Map<Address, PushOutcome> outcomes =
                send(Samples.incomingWithTokenFor("client-0", "t".repeat(5000)), NotifyType.GCM, NotifyType.GCM);
        assertThat(outcomes.get(address(0, NotifyType.GCM))).isInstanceOf(PushOutcome.Misconfigured.class);
        assertThat(only().addresses()).containsOnlyKeys("token-1");
    }

    @ParameterizedTest
    @EnumSource(NotifyType.class)
    void canBeRehearsedWithoutANetwork(NotifyType channel) {
        PinpointPushSender rehearsal = new PinpointPushSender(Rehearsal.client(), "app-1", "https://x");
        assertThat(rehearsal
                        .send(List.of(new Address("none", channel, "none")), Samples.INCOMING)
                        .values())
                .hasOnlyElementsOfType(PushOutcome.Accepted.class);
    }

    private Map<Address, PushOutcome> send(Push push, NotifyType... channels) {
        return sender.send(
                IntStream.range(0, channels.length)
                        .mapToObj(i -> address(i, channels[i]))
                        .toList(),
                push);
    }

    private MessageRequest only() {
        assertThat(pinpoint.requests).hasSize(1);
        return pinpoint.requests.getFirst().messageRequest();
    }

    private static Address address(int number, NotifyType channel) {
        return new Address("client-" + number, channel, "token-" + number);
    }

    private static NotifyType[] many(int count) {
        NotifyType[] channels = new NotifyType[count];
        Arrays.setAll(channels, i -> i % 2 == 0 ? NotifyType.GCM : NotifyType.APNS);
        return channels;
    }
}
