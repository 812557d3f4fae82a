package dev.ringback.calling.device;

import java.time.Duration;

/** How long a device stays that does not register again. */
public record DeviceRetention(Duration kept) {}
