package dev.ringback.exportmydata;

import dev.ringback.calling.account.AccountUser;
import dev.ringback.calling.account.OwnedPerson;
import dev.ringback.calling.block.BlockStore;
import dev.ringback.calling.call.CallView;
import dev.ringback.calling.device.Device;
import dev.ringback.calling.device.NotifyType;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** A page of what is held about a user. Times are ISO 8601. */
record ExportMyDataAnswer(
        Optional<User> user,
        Optional<List<Person>> people,
        Optional<List<ExportedDevice>> devices,
        Optional<List<Blocked>> blocked,
        List<CallView> calls,
        Optional<String> nextToken) {
    record User(String username, String status, String createdAt, List<Attribute> attributes) {
        static User of(AccountUser user) {
            return new User(
                    user.username(),
                    user.status(),
                    user.createdAt().toString(),
                    user.attributes().entrySet().stream()
                            .map(entry -> new Attribute(entry.getKey(), entry.getValue()))
                            .toList());
        }
    }

    record Attribute(String name, String value) {}

    record Person(
            String id,
            Optional<String> firstName,
            Optional<String> lastName,
            Optional<String> clientId,
            Optional<String> createdAt,
            Optional<String> updatedAt,
            Optional<Boolean> deleted) {
        static Person of(OwnedPerson person) {
            return new Person(
                    person.id(),
                    field(person, "firstName"),
                    field(person, "lastName"),
                    field(person, "clientId"),
                    field(person, "createdAt"),
                    field(person, "updatedAt"),
                    field(person, "_deleted").map(Boolean::valueOf).filter(deleted -> deleted));
        }

        private static Optional<String> field(OwnedPerson person, String name) {
            return Optional.ofNullable(person.fields().get(name));
        }
    }

    /** Of its tokens only the beginning: whoever gets hold of the export shall not get hold of them. */
    record ExportedDevice(
            String clientId,
            NotifyType notifyType,
            String deviceToken,
            Optional<String> voipToken,
            Optional<String> installationId,
            Optional<String> platform,
            Optional<String> appVersion,
            Optional<String> expiresAt) {
        private static final int SHOWN = 6;

        static ExportedDevice of(Device device) {
            return new ExportedDevice(
                    device.id(),
                    device.notifyType(),
                    beginning(device.deviceToken()),
                    device.voipToken().map(ExportedDevice::beginning),
                    device.installationId(),
                    device.platform(),
                    device.appVersion(),
                    device.expiresAt().map(Instant::toString));
        }

        private static String beginning(String token) {
            return token.substring(0, Math.min(SHOWN, token.length() / 2)) + "…";
        }
    }

    record Blocked(String blockedId, String blockedAt) {
        static Blocked of(BlockStore.Blocked blocked) {
            return new Blocked(blocked.id(), blocked.at().toString());
        }
    }
}
