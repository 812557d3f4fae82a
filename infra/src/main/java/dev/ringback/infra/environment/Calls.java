package dev.ringback.infra.environment;

/**
 * How long a phone rings, how long a call may hold its devices, and how long it is remembered.
 *
 * @param declineEndsAll whether a decline on one of a user's devices ends the ringing on all
 * @param perUserPerMinute how many calls a user may try to make within one minute
 */
public record Calls(
        int ringSeconds, int leaseMinutes, int retentionDays, boolean declineEndsAll, int perUserPerMinute) {

    static Calls read(Section section) {
        Calls calls = new Calls(
                section.number("ringSeconds", 15, 120),
                section.number("leaseMinutes", 5, 540),
                section.number("retentionDays", 1, 365),
                section.flag("declineEndsAll"),
                section.number("perUserPerMinute", 1, 1000, 10));
        section.refuseUnknownKeys();
        return calls;
    }
}
