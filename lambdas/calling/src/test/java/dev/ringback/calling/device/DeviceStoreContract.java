package dev.ringback.calling.device;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.fail;

import dev.ringback.calling.ContendedException;
import dev.ringback.calling.FixedClock;
import dev.ringback.calling.Together;
import dev.ringback.calling.Together.Outcome;
import dev.ringback.calling.call.Call;
import dev.ringback.calling.call.CallStore;
import dev.ringback.calling.device.DeviceStore.Registration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

abstract class DeviceStoreContract
        implements TokenContract, InstallationContract, ExpiryContract, ForgottenTokenContract {
    static final Instant NOW = Instant.parse("2026-03-01T12:00:00Z");

    final DeviceStore devices;
    final CallStore calls;
    final FixedClock clock;

    DeviceStoreContract(DeviceStore devices, CallStore calls, FixedClock clock) {
        this.clock = clock;
        this.devices = devices;
        this.calls = calls;
    }

    @Override
    public final DeviceStore devices() {
        return devices;
    }

    @Override
    public final CallStore calls() {
        return calls;
    }

    @Override
    public final FixedClock clock() {
        return clock;
    }

    @Test
    void findsADeviceAsItWasRegistered() {
        Device device = register("anna", "token");

        assertThat(devices.find(device.id()))
                .contains(Enrolments.device(Enrolments.of("anna", NotifyType.GCM, "token"), device.id()));
    }

    @Test
    void findsNothingUnderAnUnknownId() {
        assertThat(devices.find("unknown")).isEmpty();
    }

    @Test
    void keepsTheIdWhenTheSameUserRegistersTheTokenAgain() {
        Device first = register("anna", "token");

        assertThat(register("anna", "token").id()).isEqualTo(first.id());
    }

    @Test
    void changesTheChannelWhenTheTokenIsRegisteredForAnother() {
        register("anna", "token");

        Device again = devices.register(Enrolments.of("anna", NotifyType.APNS_VOIP, "token"), _ -> {})
                .device();

        assertThat(devices.find(again.id()).orElseThrow().notifyType()).isEqualTo(NotifyType.APNS_VOIP);
    }

    @Test
    void keepsADeviceInItsCallWhenTheTokenIsRegisteredAgain() {
        Device anna = register("anna", "token");
        Call call = reserve(anna, register("bob", "other"));

        assertThat(register("anna", "token").callId()).contains(call.id());
    }

    @Test
    void givesEachTokenOfAUserItsOwnDevice() {
        assertThat(register("anna", "token").id())
                .isNotEqualTo(register("anna", "other").id());
    }

    @Test
    void reportsNothingReplacedForANewToken() {
        assertThat(devices.register(Enrolments.of("anna", NotifyType.GCM, "token"), _ -> {})
                        .replaced())
                .isEmpty();
    }

    @Test
    void movesATokenThatSomebodyElseRegisters() {
        Device annas = register("anna", "token");

        Registration bobs = devices.register(Enrolments.of("bob", NotifyType.GCM, "token"), _ -> {});

        assertThat(bobs.device().id()).isNotEqualTo(annas.id());
        assertThat(bobs.device().owner()).isEqualTo("bob");
        assertThat(bobs.replaced()).contains(annas);
        assertThat(devices.find(annas.id())).isEmpty();
    }

    @Test
    void tellsOfTheOtherOwnersDeviceWhileItStillHoldsTheToken() {
        Device annas = register("anna", "token");
        List<Optional<Device>> seen = new ArrayList<>();

        devices.register(Enrolments.of("bob", NotifyType.GCM, "token"), device -> seen.add(devices.find(device.id())));

        assertThat(seen).containsExactly(Optional.of(annas));
    }

    @Test
    void tellsOfNobodyWhenTheOwnerRegistersAgain() {
        register("anna", "token");

        devices.register(Enrolments.of("anna", NotifyType.GCM, "token"), _ -> fail("told"));
    }

    @Test
    void doesNotTakeADeviceThatIsInACall() {
        Device annas = register("anna", "token");
        reserve(annas, register("carl", "other"));

        assertThatThrownBy(() -> register("bob", "token")).isInstanceOf(ContendedException.class);
        assertThat(devices.find(annas.id())).isPresent();
    }

    @Test
    void takesADeviceWhoseCallIsEndedBeforeTheTaking() {
        Device annas = register("anna", "token");
        Call call = reserve(annas, register("carl", "other"));

        Registration bobs = devices.register(Enrolments.of("bob", NotifyType.GCM, "token"), _ -> end(call));

        assertThat(bobs.device().owner()).isEqualTo("bob");
        assertThat(devices.find(annas.id())).isEmpty();
    }

    @Test
    void movesATokenBack() {
        register("anna", "token");
        Device bobs = register("bob", "token");

        assertThat(devices.register(Enrolments.of("anna", NotifyType.GCM, "token"), _ -> {})
                        .replaced())
                .contains(bobs);
    }

    @Test
    void deletesADevice() {
        Device device = register("anna", "token");

        assertThat(devices.delete(device)).isTrue();
        assertThat(devices.find(device.id())).isEmpty();
    }

    @Test
    void givesADeletedTokenANewId() {
        Device device = register("anna", "token");
        devices.delete(device);

        assertThat(register("anna", "token").id()).isNotEqualTo(device.id());
    }

    @Test
    void deletesASecondTimeWithoutEffect() {
        Device device = register("anna", "token");
        devices.delete(device);
        Device again = register("anna", "token");

        assertThat(devices.delete(device)).isTrue();
        assertThat(devices.find(again.id())).isPresent();
    }

    @Test
    void doesNotDeleteTheDeviceThatTookTheTokenOver() {
        Device annas = register("anna", "token");
        Device bobs = register("bob", "token");

        devices.delete(annas);

        assertThat(register("bob", "token").id()).isEqualTo(bobs.id());
    }

    @Test
    void doesNotDeleteADeviceThatHasEnteredACallSinceItWasRead() {
        Device device = register("anna", "token");
        reserve(device, register("bob", "other"));

        assertThat(devices.delete(device)).isFalse();
        assertThat(devices.find(device.id())).isPresent();
    }

    @Test
    void doesNotDeleteADeviceWhoseCallIsKnown() {
        Device device = register("anna", "token");
        reserve(device, register("bob", "other"));

        assertThat(devices.delete(devices.find(device.id()).orElseThrow())).isFalse();
        assertThat(devices.find(device.id())).isPresent();
    }

    @Test
    void deletesADeviceAfterItsCall() {
        Device device = register("anna", "token");
        end(reserve(device, register("bob", "other")));

        assertThat(devices.delete(device)).isTrue();
        assertThat(devices.find(device.id())).isEmpty();
    }

    @Test
    void givesOneIdWhenAUserRegistersTheSameTokenManyTimesAtOnce() {
        List<Registration> registrations = atOnce(Stream.generate(() -> "anna").limit(12));

        assertThat(registrations.stream().map(Registration::device).map(Device::id))
                .containsOnly(register("anna", "token").id());
    }

    @Test
    void leavesATokenWithOneOfTwoUsersWhoRegisterItAtOnce() {
        List<Registration> registrations = atOnce(Stream.of("anna", "bob"));

        assertThat(registrations.stream()
                        .map(Registration::device)
                        .flatMap(device -> devices.find(device.id()).stream()))
                .hasSize(1);
    }

    private List<Registration> atOnce(Stream<String> owners) {
        List<Callable<Registration>> tasks = owners.map(owner -> (Callable<Registration>)
                        () -> devices.register(Enrolments.of(owner, NotifyType.GCM, "token"), _ -> {}))
                .toList();
        return Together.run(tasks).stream().map(Outcome::orThrow).toList();
    }
}
