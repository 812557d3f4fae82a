package dev.ringback.calling.device;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** The whole DeviceInfo table while nobody writes, and what must be true of it. */
final class DeviceSnapshot {
    private final Map<String, Map<String, AttributeValue>> items;
    private final DeviceStore devices;
    private final Instant now;

    DeviceSnapshot(List<Map<String, AttributeValue>> items, DeviceStore devices, Instant now) {
        this.items =
                items.stream().collect(Collectors.toMap(item -> item.get("id").s(), item -> item));
        this.devices = devices;
        this.now = now;
    }

    static boolean isExpired(Map<String, AttributeValue> item, Instant now) {
        return Long.parseLong(item.get("expiresAt").n()) <= now.getEpochSecond();
    }

    void check() {
        everyTokenHasOneDevice();
        everyInstallationOfAUserHasOneDevice();
        everyDeviceHasItsClaims();
        everyClaimHasItsDevice();
        usersHaveTheirDevices();
    }

    private void everyTokenHasOneDevice() {
        List<String> tokens = new ArrayList<>();
        living().forEach(device -> {
            tokens.add(device.deviceToken());
            device.voipToken().ifPresent(tokens::add);
        });
        assertThat(tokens).doesNotHaveDuplicates();
    }

    private void everyInstallationOfAUserHasOneDevice() {
        assertThat(living().stream()
                        .flatMap(device -> device.installationId().map(id -> device.owner() + " " + id).stream()))
                .doesNotHaveDuplicates();
    }

    private void everyDeviceHasItsClaims() {
        for (Device device : living()) {
            for (String id : ClaimItem.ids(device)) {
                assertThat(items.get(id)).as("claim %s of %s", id, device).isEqualTo(ClaimItem.write(id, device));
            }
        }
    }

    private void everyClaimHasItsDevice() {
        items.forEach((id, item) -> {
            if (item.containsKey("clientId") && !isExpired(item, now)) {
                assertThat(living())
                        .as("device of claim %s", id)
                        .anyMatch(device ->
                                device.id().equals(item.get("clientId").s())
                                        && ClaimItem.ids(device).contains(id));
            }
        });
    }

    private void usersHaveTheirDevices() {
        living().stream()
                .collect(Collectors.groupingBy(Device::owner))
                .forEach((owner, own) -> assertThat(devices.ofOwner(owner)).containsExactlyInAnyOrderElementsOf(own));
    }

    private List<Device> living() {
        return items.values().stream()
                .flatMap(item -> DeviceItem.read(item).stream())
                .filter(device -> !device.isExpired(now))
                .toList();
    }
}
