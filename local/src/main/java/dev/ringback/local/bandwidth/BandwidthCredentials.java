package dev.ringback.local.bandwidth;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.security.SecureRandom;
import java.util.Base64;

/** What the simulated account lets in: OAuth2 client credentials, and an API user. */
public record BandwidthCredentials(
        String accountId, String clientId, String clientSecret, String username, String password) {

    /** Credentials for one run. */
    public static BandwidthCredentials random() {
        String one = Integer.toHexString(new SecureRandom().nextInt());
        return new BandwidthCredentials("9900000", "local-client-" + one, secret(), "local-user-" + one, secret());
    }

    /**
     * The secret an operator would store: account, client credentials, and where the simulator is.
     *
     * @param bandwidthUrl the simulator's own URL, without a slash at its end
     */
    public ObjectNode asSecret(String bandwidthUrl) {
        return JsonNodeFactory.instance
                .objectNode()
                .put("accountId", accountId)
                .put("clientId", clientId)
                .put("clientSecret", clientSecret)
                .put("apiUrl", bandwidthUrl + "/v1")
                .put("tokenUrl", bandwidthUrl + "/api/v1/oauth2/token");
    }

    /** All of them, to put what is wanted into a secret. */
    ObjectNode asJson() {
        return JsonNodeFactory.instance
                .objectNode()
                .put("accountId", accountId)
                .put("clientId", clientId)
                .put("clientSecret", clientSecret)
                .put("username", username)
                .put("password", password);
    }

    private static String secret() {
        byte[] bytes = new byte[24];
        new SecureRandom().nextBytes(bytes);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    @Override
    public String toString() {
        return "BandwidthCredentials[accountId=" + accountId + "]";
    }
}
