package dev.ringback.calling.device;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ringback.calling.device.DeviceStore.Registration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Devices with two tokens. */
interface TokenContract extends StoreUnderTest {
    @Test
    default void findsADeviceWithAllThatItsAppTold() {
        Enrolment enrolment = Enrolments.iPhone("anna", "alert", "voip", "phone");

        Device device = register(enrolment);

        assertThat(found(device)).contains(Enrolments.device(enrolment, device.id()));
    }

    @Test
    default void removesAVoipTokenThatTheAppNoLongerTells() {
        Device device = register(Enrolments.iPhone("anna", "alert", "voip", "phone"));

        register(Enrolments.of("anna", NotifyType.APNS, "alert"));

        assertThat(found(device))
                .hasValueSatisfying(same -> assertThat(same.voipToken()).isEmpty());
    }

    @Test
    default void movesAVoipTokenThatSomebodyElseRegisters() {
        Device annas = register(Enrolments.iPhone("anna", "alert", "voip", "phone"));

        Registration bobs = devices().register(Enrolments.iPhone("bob", "other", "voip", "phone"), _ -> {});

        assertThat(bobs.replaced()).containsExactly(annas);
        assertThat(found(annas)).isEmpty();
    }

    @Test
    default void freesTheOtherTokenOfADeviceThatIsTaken() {
        register(Enrolments.iPhone("anna", "alert", "voip", "phone"));
        register(Enrolments.iPhone("bob", "other", "voip", "phone"));

        assertThat(devices()
                        .register(Enrolments.of("carl", NotifyType.APNS, "alert"), _ -> {})
                        .replaced())
                .isEmpty();
    }

    @Test
    default void keepsTheIdOfADeviceWhoseVoipTokenWasItsOnlyOne() {
        Device annas = register(Enrolments.of("anna", NotifyType.APNS_VOIP, "voip"));

        Device again = register(Enrolments.iPhone("anna", "alert", "voip", "phone"));

        assertThat(again.id()).isEqualTo(annas.id());
    }

    @Test
    default void takesTwoDevicesThatHadATokenEach() {
        Device annas = register("anna", "alert");
        Device carls = register(Enrolments.of("carl", NotifyType.APNS_VOIP, "voip"));
        List<Device> told = new ArrayList<>();

        Registration bobs = devices().register(Enrolments.iPhone("bob", "alert", "voip", "phone"), told::add);

        assertThat(bobs.replaced()).containsExactlyInAnyOrder(annas, carls);
        assertThat(told).containsExactlyInAnyOrder(annas, carls);
    }

    @Test
    default void makesOneDeviceOfTwoOfTheSameUser() {
        Device alert = register("anna", "alert");
        Device voip = register(Enrolments.of("anna", NotifyType.APNS_VOIP, "voip"));

        Registration both = devices().register(Enrolments.iPhone("anna", "alert", "voip", "phone"), _ -> {});

        assertThat(both.device().id()).isEqualTo(alert.id());
        assertThat(both.replaced()).containsExactly(voip);
    }

    @Test
    default void givesADeviceAnIdThatIsOnlyADevices() {
        assertThat(register("anna", "alert").id()).matches(ClientId::isOne);
    }

    @Test
    default void freesBothTokensOfADeletedDevice() {
        Device device = register(Enrolments.iPhone("anna", "alert", "voip", "phone"));

        devices().delete(device);

        assertThat(register(Enrolments.iPhone("anna", "alert", "voip", "phone")).id())
                .isNotEqualTo(device.id());
    }
}
