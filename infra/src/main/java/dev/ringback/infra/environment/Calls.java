package dev.ringback.infra.environment;

/** How long a phone rings, how long a call may hold its devices, and how long it is remembered. */
public record Calls(int ringSeconds, int leaseMinutes, int retentionDays) {

    static Calls read(Section section) {
        Calls calls = new Calls(
                section.number("ringSeconds", 15, 120),
                section.number("leaseMinutes", 5, 540),
                section.number("retentionDays", 1, 365));
        section.refuseUnknownKeys();
        return calls;
    }
}
