package dev.ringback.local.cognito;

/**
 * A sign-in, which lives as long as its refresh token.
 *
 * @param id the {@code origin_jti} of its tokens
 * @param refreshHash SHA-256 of the refresh token
 * @param signedInAt epoch seconds, as is expiresAt
 */
record Session(
        String id,
        String eventId,
        String clientId,
        String username,
        String refreshHash,
        long signedInAt,
        long expiresAt,
        boolean revoked) {
    Session revoke() {
        return new Session(id, eventId, clientId, username, refreshHash, signedInAt, expiresAt, true);
    }
}
