package dev.ringback.calling.person;

/**
 * Somebody in the people directory.
 *
 * @param owner the {@code sub} of the user who made the record
 * @param clientId the device he says it is called on, which may be anybody's
 */
public record Person(String owner, String clientId) {}
