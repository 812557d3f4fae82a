package dev.ringback.infra.environment;

import java.util.EnumMap;
import java.util.Map;

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

    static Push read(Section section) {
        return new Push(
                section.number("memoryMb"),
                section.number("timeoutSeconds"),
                section.text("deepLink"),
                section.flag("includeParticipantToken"),
                channels(section.sectionsByKey("channels")));
    }

    private static Map<PushChannel, ChannelSecret> channels(Map<String, Section> sections) {
        Map<PushChannel, ChannelSecret> channels = new EnumMap<>(PushChannel.class);
        sections.forEach((channel, section) -> channels.put(PushChannel.valueOf(channel), ChannelSecret.read(section)));
        return channels;
    }
}
