package dev.ringback.infra.environment;

/** How long a phone rings, and how long a call may hold its devices. */
public record Calls(int ringSeconds, int leaseMinutes) {

    static Calls read(Section section) {
        Calls calls = new Calls(section.number("ringSeconds", 15, 120), section.number("leaseMinutes", 5, 540));
        section.refuseUnknownKeys();
        return calls;
    }
}
