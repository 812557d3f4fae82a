package dev.ringback.infra.environment;

import java.util.EnumMap;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * The function that rings phones, and the channels it has.
 *
 * @param deepLink what an incoming call opens in the app; the push adds its own query
 * @param includeParticipantToken whether the push lets its holder join the call, so that nobody need answer first
 * @param channels only these exist: Pinpoint checks a channel's credentials when it is written
 */
public record Push(
        int memoryMb,
        int timeoutSeconds,
        String deepLink,
        boolean includeParticipantToken,
        Map<PushChannel, ChannelSecret> channels) {
    private static final Pattern DEEP_LINK = Pattern.compile("[a-z][a-z0-9+.-]*://[^\\s?#\"<>]+");

    static Push read(Section section) {
        Push push = new Push(
                section.number("memoryMb", Limits.LEAST_MEMORY_MB, Limits.MOST_MEMORY_MB),
                section.number("timeoutSeconds", 5, 30),
                section.text(
                        "deepLink", DEEP_LINK, "a URL without query, such as \"https://app.example.com/incomingCall\""),
                section.flag("includeParticipantToken"),
                channels(section.section("channels")));
        section.refuseUnknownKeys();
        return push;
    }

    private static Map<PushChannel, ChannelSecret> channels(Section section) {
        Map<PushChannel, ChannelSecret> channels = new EnumMap<>(PushChannel.class);
        for (PushChannel channel : PushChannel.values()) {
            section.optionalSection(channel.name())
                    .ifPresent(secret -> channels.put(channel, ChannelSecret.read(secret)));
        }
        section.refuseUnknownKeys();
        return channels;
    }
}
