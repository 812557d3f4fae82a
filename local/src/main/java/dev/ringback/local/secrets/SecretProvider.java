package dev.ringback.local.secrets;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.ringback.local.stack.Provisioned;
import dev.ringback.local.stack.ResourceDeclaration;
import dev.ringback.local.stack.ResourceProvider;
import dev.ringback.local.stack.StackFailure;
import java.security.SecureRandom;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/** Secrets as templates declare them: empty, with a value, or with a generated one. */
public final class SecretProvider implements ResourceProvider {
    private static final String LETTERS = "ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz23456789";

    private final Secrets secrets;
    private final SecureRandom random = new SecureRandom();
    private final ObjectMapper json = new ObjectMapper();

    public SecretProvider(Secrets secrets) {
        this.secrets = secrets;
    }

    @Override
    public Set<String> types() {
        return Set.of("AWS::SecretsManager::Secret");
    }

    @Override
    public Provisioned create(ResourceDeclaration declaration) {
        JsonNode properties = declaration.properties();
        Secret secret = secrets.declare(properties.path("Name").asText(declaration.name(512)));
        if (secret.current().isEmpty()) {
            if (properties.has("SecretString")) {
                fill(secret, properties.get("SecretString").asText());
            } else if (properties.has("GenerateSecretString")) {
                fill(secret, generated(properties.get("GenerateSecretString")));
            }
        }
        return new Provisioned(secret.arn(), Map.of("Id", secret.arn()));
    }

    private void fill(Secret secret, String text) {
        secrets.put(secret, text, UUID.randomUUID().toString());
    }

    private String generated(JsonNode wish) {
        String password = password(wish.path("PasswordLength").asInt(32));
        if (!wish.has("GenerateStringKey")) {
            return password;
        }
        try {
            ObjectNode template =
                    (ObjectNode) json.readTree(wish.path("SecretStringTemplate").asText("{}"));
            return template.put(wish.get("GenerateStringKey").asText(), password)
                    .toString();
        } catch (JsonProcessingException | ClassCastException e) {
            throw new StackFailure("SecretStringTemplate is no JSON object.");
        }
    }

    private String password(int length) {
        StringBuilder text = new StringBuilder();
        random.ints(length, 0, LETTERS.length()).forEach(index -> text.append(LETTERS.charAt(index)));
        return text.toString();
    }
}
