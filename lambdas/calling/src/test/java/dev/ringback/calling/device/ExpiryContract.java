package dev.ringback.calling.device;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import dev.ringback.calling.call.Call;
import dev.ringback.calling.call.CallStore.Reservation;
import dev.ringback.calling.device.DeviceStore.Registration;
import java.time.Duration;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Which devices of a user there are, and when they are gone. */
interface ExpiryContract extends StoreUnderTest {
    @Test
    default void listsTheDevicesOfAUser() {
        Device phone = register("anna", "phone");
        Device tablet = register("anna", "tablet");
        register("bob", "other");

        assertThat(devices().ofOwner("anna")).containsExactlyInAnyOrder(phone, tablet);
    }

    @Test
    default void listsTheDeviceThatRegisteredLastFirst() {
        Device phone = register(until("anna", "phone", 2));
        Device tablet = register(until("anna", "tablet", 3));
        Device watch = register(until("anna", "watch", 1));

        assertThat(devices().ofOwner("anna")).containsExactly(tablet, phone, watch);
    }

    @Test
    default void listsFiftyDevicesAtMost() {
        IntStream.range(0, 52).forEach(i -> register("anna", "token-" + i));

        assertThat(devices().ofOwner("anna")).hasSize(50);
    }

    @Test
    default void listsNoDeviceThatIsDeletedOrTaken() {
        devices().delete(register("anna", "one"));
        register("anna", "two");
        register("bob", "two");

        assertThat(devices().ofOwner("anna")).isEmpty();
    }

    @Test
    default void findsADeviceUntilItExpires() {
        Device device = register(until("anna", "token", 10));

        clock().advance(Duration.ofSeconds(9));

        assertThat(found(device)).contains(device);
        assertThat(devices().ofOwner("anna")).containsExactly(device);
    }

    @Test
    default void doesNotFindAnExpiredDevice() {
        Device device = register(until("anna", "token", 10));

        clock().advance(Duration.ofSeconds(10));

        assertThat(found(device)).isEmpty();
        assertThat(devices().ofOwner("anna")).isEmpty();
    }

    @Test
    default void keepsADeviceThatRegistersAgain() {
        Device device = register(until("anna", "token", 10));
        register(until("anna", "token", 20));

        clock().advance(Duration.ofSeconds(15));

        assertThat(found(device)).isPresent();
    }

    @Test
    default void findsAnExpiredDeviceWhileItIsInACall() {
        Device anna = register(until("anna", "token", 10));
        Call call = reserve(anna, register("bob", "other"));

        clock().advance(Duration.ofSeconds(10));

        assertThat(found(anna).flatMap(Device::callId)).contains(call.id());
        end(call);
        assertThat(found(anna)).isEmpty();
    }

    @Test
    default void listsNoExpiredDeviceThatIsInACall() {
        Device anna = register(until("anna", "token", 10));
        reserve(anna, register("bob", "other"));

        clock().advance(Duration.ofSeconds(10));

        assertThat(devices().ofOwner("anna")).isEmpty();
    }

    @Test
    default void bringsAnExpiredDeviceBackWhenItRegisters() {
        Device device = register(until("anna", "token", 10));
        clock().advance(Duration.ofSeconds(10));

        Device again = register("anna", "token");

        assertThat(found(again)).contains(again);
        assertThat(devices().ofOwner("anna")).containsExactly(again);
        assertThat(again.id()).isEqualTo(device.id());
    }

    @Test
    default void givesTheTokenOfAnExpiredDeviceAwayWithoutAWord() {
        register(until("anna", "token", 10));
        clock().advance(Duration.ofSeconds(10));

        Registration bobs = devices().register(Enrolments.of("bob", NotifyType.GCM, "token"), _ -> fail("told"));

        assertThat(bobs.replaced()).isEmpty();
        assertThat(found(bobs.device())).isPresent();
    }

    @Test
    default void letsNoExpiredDeviceCall() {
        Device anna = register(until("anna", "token", 10));
        Device bob = register("bob", "other");
        clock().advance(Duration.ofSeconds(10));

        assertThat(tryToReserve(newCall(anna, bob))).isEqualTo(new Reservation.CallerNotFound());
    }

    @Test
    default void letsNobodyCallAnExpiredDevice() {
        Device anna = register(until("anna", "token", 10));
        Device bob = register("bob", "other");
        clock().advance(Duration.ofSeconds(10));

        assertThat(tryToReserve(newCall(bob, anna))).isEqualTo(new Reservation.CalleeNotFound());
    }

    private Enrolment until(String owner, String token, int seconds) {
        return Enrolments.of(owner, NotifyType.GCM, token, clock().instant().plusSeconds(seconds));
    }
}
