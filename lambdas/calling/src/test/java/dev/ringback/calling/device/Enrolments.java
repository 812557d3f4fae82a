package dev.ringback.calling.device;

import dev.ringback.calling.FixedClock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** What apps of tests tell of themselves. */
public final class Enrolments {
    public static final Duration RETENTION = Duration.ofDays(90);
    public static final Instant EXPIRY = new FixedClock().instant().plus(RETENTION);

    private Enrolments() {}

    /** An app that knows only its token, as of 2022. */
    public static Enrolment of(String owner, NotifyType notifyType, String deviceToken) {
        return of(owner, notifyType, deviceToken, EXPIRY);
    }

    public static Enrolment of(String owner, NotifyType notifyType, String deviceToken, Instant expiresAt) {
        return new Enrolment(
                owner,
                notifyType,
                deviceToken,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                expiresAt);
    }

    /** An iPhone that can be rung by VoIP pushes. */
    public static Enrolment iPhone(String owner, String alertToken, String voipToken, String installationId) {
        return new Enrolment(
                owner,
                NotifyType.APNS,
                alertToken,
                Optional.of(voipToken),
                Optional.of(installationId),
                Optional.of("ios"),
                Optional.of("1.0.0"),
                EXPIRY);
    }

    /** An Android phone. */
    public static Enrolment android(String owner, String deviceToken, String installationId) {
        return new Enrolment(
                owner,
                NotifyType.GCM,
                deviceToken,
                Optional.empty(),
                Optional.of(installationId),
                Optional.of("android"),
                Optional.of("1.0.0"),
                EXPIRY);
    }

    /** The device that such an app becomes under this id. */
    public static Device device(Enrolment enrolment, String id) {
        return enrolment.as(id, Optional.empty());
    }
}
