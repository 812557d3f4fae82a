package dev.ringback.infra.environment;

/** How long a device is remembered that does not register again. */
public record Devices(int retentionDays) {

    static Devices read(Section section) {
        return new Devices(section.number("retentionDays"));
    }
}
