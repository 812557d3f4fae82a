package dev.ringback.local.secrets;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.ringback.local.pinpoint.SamplePushCredentials;
import dev.ringback.local.stack.Deployment;
import dev.ringback.local.stack.StackFailure;
import java.util.Optional;

/**
 * Gives dynamic references what their secret holds, and where a template only names a secret, credentials for
 * Apple's and Google's push services that have the right form and open nothing.
 */
public final class StandInSecrets implements Deployment.SecretText {
    private final Secrets secrets;
    private final SamplePushCredentials samples = new SamplePushCredentials();
    private final ObjectMapper json = new ObjectMapper();

    public StandInSecrets(Secrets secrets) {
        this.secrets = secrets;
    }

    @Override
    public String read(String secret, Optional<String> jsonKey) {
        if (secrets.find(secret).isEmpty()) {
            secrets.fill(secret, (jsonKey.isPresent() ? samples.apns() : samples.fcmServiceAccount()).toString());
        }
        String text =
                secrets.text(secret).orElseThrow(() -> new StackFailure("The secret " + secret + " has no value yet."));
        return jsonKey.map(key -> value(secret, text, key)).orElse(text);
    }

    private String value(String secret, String text, String key) {
        try {
            return Optional.ofNullable(json.readTree(text).get(key))
                    .orElseThrow(() -> new StackFailure("The secret " + secret + " has no key " + key + "."))
                    .asText();
        } catch (JsonProcessingException e) {
            throw new StackFailure("The secret " + secret + " is not JSON.");
        }
    }
}
