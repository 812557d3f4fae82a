package dev.ringback.calling.device;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ringback.calling.call.Call;
import dev.ringback.calling.device.DeviceStore.Registration;
import org.junit.jupiter.api.Test;

/** Tokens change; the installation of an app remains. */
interface InstallationContract extends StoreUnderTest {
    @Test
    default void keepsTheIdWhenAnInstallationHasANewToken() {
        Device device = register(Enrolments.android("anna", "old", "phone"));

        Device again = register(Enrolments.android("anna", "new", "phone"));

        assertThat(again.id()).isEqualTo(device.id());
        assertThat(found(again)).contains(again);
    }

    @Test
    default void reportsNothingReplacedWhenAnInstallationHasANewToken() {
        register(Enrolments.android("anna", "old", "phone"));

        assertThat(devices()
                        .register(Enrolments.android("anna", "new", "phone"), _ -> {})
                        .replaced())
                .isEmpty();
    }

    @Test
    default void freesTheOldTokenOfAnInstallation() {
        register(Enrolments.android("anna", "old", "phone"));
        Device device = register(Enrolments.android("anna", "new", "phone"));

        Registration bobs = devices().register(Enrolments.of("bob", NotifyType.GCM, "old"), _ -> {});

        assertThat(bobs.replaced()).isEmpty();
        assertThat(found(device)).isPresent();
    }

    @Test
    default void leavesADeviceInItsCallWhenItsTokenChanges() {
        Device anna = register(Enrolments.android("anna", "old", "phone"));
        Call call = reserve(anna, register("bob", "other"));

        register(Enrolments.android("anna", "new", "phone"));

        assertThat(found(anna).flatMap(Device::callId)).contains(call.id());
    }

    @Test
    default void keepsTheIdWhenATokenIsOfANewInstallation() {
        Device device = register(Enrolments.android("anna", "token", "before"));

        assertThat(register(Enrolments.android("anna", "token", "after")).id()).isEqualTo(device.id());
    }

    @Test
    default void forgetsTheInstallationThatATokenWasOfBefore() {
        Device device = register(Enrolments.android("anna", "token", "before"));
        register(Enrolments.android("anna", "token", "after"));

        assertThat(register(Enrolments.android("anna", "other", "before")).id()).isNotEqualTo(device.id());
    }

    @Test
    default void keepsTheIdOfADeviceThatBeginsToTellItsInstallation() {
        Device device = register("anna", "token");

        assertThat(register(Enrolments.android("anna", "token", "phone")).id()).isEqualTo(device.id());
    }

    @Test
    default void givesUsersOfTheSameInstallationTheirOwnDevices() {
        Device annas = register(Enrolments.android("anna", "hers", "phone"));
        Device bobs = register(Enrolments.android("bob", "his", "phone"));

        assertThat(bobs.id()).isNotEqualTo(annas.id());
        assertThat(found(annas)).isPresent();
    }

    @Test
    default void replacesTheUsersDeviceThatHadTheTokenOfAnInstallation() {
        Device phone = register(Enrolments.android("anna", "one", "phone"));
        Device tablet = register(Enrolments.android("anna", "two", "tablet"));

        Registration again = devices().register(Enrolments.android("anna", "two", "phone"), _ -> {});

        assertThat(again.device().id()).isEqualTo(phone.id());
        assertThat(again.replaced()).containsExactly(tablet);
    }

    @Test
    default void freesTheInstallationOfADeletedDevice() {
        Device device = register(Enrolments.android("anna", "token", "phone"));

        devices().delete(device);

        assertThat(register(Enrolments.android("anna", "other", "phone")).id()).isNotEqualTo(device.id());
    }
}
