package dev.ringback.local.pinpoint;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/** A Pinpoint application ("project") with its channels by type. */
record Application(String id, String name, Instant createdAt, Map<String, Channel> channels) {
    Optional<Channel> enabledChannel(String type) {
        return Optional.ofNullable(channels.get(type)).filter(Channel::enabled);
    }
}
