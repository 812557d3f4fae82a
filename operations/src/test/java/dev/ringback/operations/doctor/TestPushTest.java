package dev.ringback.operations.doctor;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ringback.calling.device.NotifyType;
import dev.ringback.pushnotifier.push.Address;
import dev.ringback.pushnotifier.push.Push;
import dev.ringback.pushnotifier.push.PushOutcome;
import dev.ringback.pushnotifier.push.PushSender;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class TestPushTest {
    private static final Instant NOW = Instant.parse("2026-11-27T10:00:00Z");

    private final List<Address> addresses = new ArrayList<>();
    private final List<Push> pushes = new ArrayList<>();
    private PushOutcome outcome = new PushOutcome.Accepted("200");

    @Test
    void ringsTheOnePhone() {
        assertThat(finding("APNS_VOIP")).isInstanceOf(Finding.Ok.class);
        assertThat(addresses).singleElement().satisfies(address -> {
            assertThat(address.channel()).isEqualTo(NotifyType.APNS_VOIP);
            assertThat(address.token()).isEqualTo("phone");
        });
        assertThat(pushes).singleElement().isInstanceOfSatisfying(Push.IncomingCall.class, push -> {
            assertThat(push.notice().timeToLive()).isEqualTo(Duration.ofSeconds(15));
            assertThat(push.join()).isEmpty();
        });
    }

    @Test
    void saysThatATokenIsDead() {
        outcome = new PushOutcome.TokenDead("Unregistered");

        assertThat(finding("GCM"))
                .isEqualTo(new Finding.Wrong("the token is dead (Unregistered): take the one that the app has now"));
    }

    @Test
    void saysThatCredentialsAreRefused() {
        outcome = new PushOutcome.Misconfigured("InvalidProviderToken");

        assertThat(finding("APNS").text()).startsWith("refused (InvalidProviderToken): check the channel's");
    }

    @Test
    void knowsNothingWhenThePushServiceIsBusy() {
        outcome = new PushOutcome.Retryable("THROTTLED");

        assertThat(finding("GCM")).isInstanceOf(Finding.Unknown.class);
    }

    @Test
    void sendsNothingThroughAChannelThatThereIsNot() {
        assertThat(finding("PIGEON").text()).startsWith("there is no such channel; take one of [");
        assertThat(pushes).isEmpty();
    }

    private Finding finding(String channel) {
        PushSender sender = (to, push) -> {
            addresses.addAll(to);
            pushes.add(push);
            return Map.of(to.getFirst(), outcome);
        };
        return new TestPush(new TestPush.Target(channel, "phone"), sender, InstantSource.fixed(NOW))
                .look()
                .getFirst()
                .finding();
    }
}
