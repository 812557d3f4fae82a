package dev.ringback.local.inbox;

import java.time.Instant;

/** A mail with a confirmation code. */
public record Mail(String address, String subject, String text, String confirmationCode, Instant time) {}
