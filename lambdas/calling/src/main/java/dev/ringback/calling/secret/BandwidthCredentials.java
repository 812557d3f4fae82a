package dev.ringback.calling.secret;

import java.net.URI;

/**
 * What the Bandwidth secret says.
 *
 * @param apiUrl of the WebRTC API, up to its version
 * @param tokenUrl where OAuth2 access tokens are issued
 */
public record BandwidthCredentials(String accountId, Login login, URI apiUrl, URI tokenUrl) {
    /** How to prove who we are. */
    public sealed interface Login {
        String user();

        String password();
    }

    /** OAuth2 client credentials: id and secret are exchanged for an access token. */
    public record ClientCredentials(String user, String password) implements Login {
        @Override
        public String toString() {
            return "ClientCredentials";
        }
    }

    /** An API user's name and password, until Bandwidth stops taking them on 2 December 2026. */
    public record Basic(String user, String password) implements Login {
        @Override
        public String toString() {
            return "Basic";
        }
    }
}
