package dev.ringback.calling.device;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ringback.calling.call.Call;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Tokens that Apple or Google no longer know. */
interface ForgottenTokenContract extends StoreUnderTest {
    @Test
    default void removesADeviceWhoseOnlyTokenIsDead() {
        Device device = register("anna", "token");

        assertThat(devices().forgetToken(device, "token")).isTrue();
        assertThat(found(device)).isEmpty();
        assertThat(devices().ofOwner("anna")).isEmpty();
    }

    @Test
    default void givesADeadTokenANewDevice() {
        Device device = register("anna", "token");
        devices().forgetToken(device, "token");

        assertThat(register("anna", "token").id()).isNotEqualTo(device.id());
    }

    @Test
    default void removesADeadVoipTokenAlone() {
        Device device = register(Enrolments.iPhone("anna", "alert", "voip", "phone"));

        assertThat(devices().forgetToken(device, "voip")).isTrue();

        Device left = found(device).orElseThrow();
        assertThat(left.voipToken()).isEmpty();
        assertThat(left.deviceToken()).isEqualTo("alert");
        assertThat(left.notifyType()).isEqualTo(NotifyType.APNS);
    }

    @Test
    default void leavesADeviceWithItsVoipTokenWhenTheOtherIsDead() {
        Device device = register(Enrolments.iPhone("anna", "alert", "voip", "phone"));

        assertThat(devices().forgetToken(device, "alert")).isTrue();

        Device left = found(device).orElseThrow();
        assertThat(left.notifyType()).isEqualTo(NotifyType.APNS_VOIP);
        assertThat(left.deviceToken()).isEqualTo("voip");
        assertThat(left.voipToken()).isEmpty();
    }

    @Test
    default void removesADeviceBothOfWhoseTokensAreDead() {
        Device device = register(Enrolments.iPhone("anna", "alert", "voip", "phone"));

        devices().forgetToken(device, "voip");
        devices().forgetToken(device, "alert");

        assertThat(found(device)).isEmpty();
    }

    @Test
    default void freesADeadVoipToken() {
        Device annas = register(Enrolments.iPhone("anna", "alert", "voip", "phone"));
        devices().forgetToken(annas, "voip");

        register(Enrolments.of("bob", NotifyType.APNS_VOIP, "voip"));

        assertThat(found(annas)).isPresent();
    }

    @Test
    default void leavesADeviceThatHasANewToken() {
        Device seen = register(Enrolments.android("anna", "old", "phone"));
        register(Enrolments.android("anna", "new", "phone"));

        assertThat(devices().forgetToken(seen, "old")).isFalse();
        assertThat(found(seen)).isPresent();
    }

    @Test
    default void leavesADeviceThatHasRegisteredSinceItWasSeen() {
        Device seen = register(
                Enrolments.of("anna", NotifyType.GCM, "token", clock().instant().plusSeconds(10)));
        register("anna", "token");

        assertThat(devices().forgetToken(seen, "token")).isFalse();
        assertThat(found(seen)).isPresent();
    }

    @Test
    default void leavesTheDeviceThatTookTheTokenOver() {
        Device annas = register("anna", "token");
        Device bobs = register("bob", "token");

        assertThat(devices().forgetToken(annas, "token")).isFalse();
        assertThat(found(bobs)).isPresent();
    }

    @Test
    default void changesNothingASecondTime() {
        Device device = register("anna", "token");
        devices().forgetToken(device, "token");

        assertThat(devices().forgetToken(device, "token")).isFalse();
    }

    @Test
    default void leavesADeviceInItsCallAndPushesToItNoMore() {
        Device anna = register("anna", "token");
        Call call = reserve(anna, register("bob", "other"));

        assertThat(devices().forgetToken(anna, "token")).isTrue();

        assertThat(found(anna).flatMap(Device::callId)).contains(call.id());
        assertThat(devices().ofOwner("anna")).isEmpty();
    }

    @Test
    default void letsADeviceGoAfterItsCallWhenItsTokenIsDead() {
        Device anna = register("anna", "token");
        Call call = reserve(anna, register("bob", "other"));
        devices().forgetToken(anna, "token");

        end(call);

        assertThat(found(anna)).isEmpty();
    }

    @Test
    default void keepsADeviceInItsCallThatRegistersANewTokenForADeadOne() {
        Device anna = register(Enrolments.android("anna", "old", "phone"));
        Call call = reserve(anna, register("bob", "other"));
        devices().forgetToken(anna, "old");
        clock().advance(Duration.ofSeconds(1));

        Device again = register(Enrolments.android("anna", "new", "phone"));

        assertThat(again.id()).isEqualTo(anna.id());
        assertThat(devices().ofOwner("anna")).extracting(Device::callId).containsExactly(Optional.of(call.id()));
    }
}
