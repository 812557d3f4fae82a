package dev.ringback.operations.doctor;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.ringback.operations.Environment;
import dev.ringback.operations.Environment.PushSecret;
import dev.ringback.operations.cloud.Failures;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;
import java.util.stream.Stream;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.secretsmanager.SecretsManagerClient;
import software.amazon.awssdk.services.secretsmanager.model.InvalidRequestException;
import software.amazon.awssdk.services.secretsmanager.model.ResourceNotFoundException;

/** Whether the secrets that the environment's file names hold what their push channels need. */
public final class PushSecretsCheck implements Check {
    private static final List<String> GOOGLE = List.of("project_id", "client_email", "private_key");
    private static final List<String> APPLE = List.of("teamId", "keyId", "bundleId", "tokenKey");

    private final ObjectMapper json = new ObjectMapper().enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);
    private final SequencedMap<PushSecret, List<String>> channels = new LinkedHashMap<>();
    private final SecretsManagerClient client;

    public PushSecretsCheck(Environment environment, SecretsManagerClient client) {
        this.client = client;
        environment
                .channels()
                .forEach((channel, secret) ->
                        channels.computeIfAbsent(secret, _ -> new ArrayList<>()).add(channel));
    }

    @Override
    public String subject() {
        return "push secrets";
    }

    @Override
    public List<Line> look() {
        return channels.entrySet().stream()
                .map(entry -> new Line("secret " + entry.getKey().name(), finding(entry.getKey(), entry.getValue())))
                .toList();
    }

    private Finding finding(PushSecret secret, List<String> users) {
        String version = secret.version().map(id -> "version " + id + ": ").orElse("");
        try {
            String text = client.getSecretValue(request -> request.secretId(secret.name())
                            .versionId(secret.version().orElse(null)))
                    .secretString();
            return finding(String.valueOf(text), users, version);
        } catch (ResourceNotFoundException e) {
            // Also what a secret that never got a value answers.
            return wrong(version + "is not there, or empty", users);
        } catch (InvalidRequestException e) {
            return wrong(version + "cannot be used, having been deleted or not finished", users);
        } catch (SdkException e) {
            return new Finding.Unknown(version + Failures.text(e));
        }
    }

    private Finding finding(String text, List<String> users, String version) {
        JsonNode secret;
        try {
            secret = json.readTree(text);
        } catch (JacksonException e) {
            return wrong(version + "is not JSON", users);
        }
        List<String> missing = users.stream()
                .flatMap(PushSecretsCheck::needs)
                .distinct()
                .filter(field -> !secret.path(field).isTextual()
                        || secret.path(field).textValue().isBlank())
                .toList();
        return missing.isEmpty()
                ? new Finding.Ok(version + "has what it must have for " + String.join(", ", users))
                : wrong(version + "lacks " + String.join(", ", missing), users);
    }

    private static Stream<String> needs(String channel) {
        return (channel.equals("GCM") ? GOOGLE : APPLE).stream();
    }

    private static Finding wrong(String what, List<String> users) {
        return new Finding.Wrong(
                what + ": store the credentials of " + String.join(", ", users) + ", deploy again (docs/push.md)");
    }
}
