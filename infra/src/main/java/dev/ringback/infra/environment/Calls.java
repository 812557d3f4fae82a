package dev.ringback.infra.environment;

/**
 * How long a phone rings, how long a call may hold its devices, and how long it is remembered.
 *
 * @param declineEndsAll whether a decline on one of a user's devices ends the ringing on all
 * @param perUserPerMinute how many calls a user may try to make within a minute
 */
public record Calls(
        int ringSeconds, int leaseMinutes, int retentionDays, boolean declineEndsAll, int perUserPerMinute) {

    static Calls read(Section section) {
        return new Calls(
                section.number("ringSeconds"),
                section.number("leaseMinutes"),
                section.number("retentionDays"),
                section.flag("declineEndsAll"),
                section.number("perUserPerMinute"));
    }
}
