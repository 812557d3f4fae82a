package dev.ringback.pushnotifier.push;

/**
 * The credential with which a callee joins, for apps that do not answer to get one; never logged.
 *
 * @param clientId the one device that may have it
 */
public record JoinToken(String clientId, String token) {
    @Override
    public String toString() {
        return "JoinToken[clientId=" + clientId + "]";
    }
}
