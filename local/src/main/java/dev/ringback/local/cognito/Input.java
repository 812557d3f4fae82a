package dev.ringback.local.cognito;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.ringback.local.aws.AwsFailure;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** An operation's input; what is missing or of the wrong type is refused in Cognito's words. */
record Input(JsonNode node) {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Pattern USERNAMES = Pattern.compile("[\\p{L}\\p{M}\\p{S}\\p{N}\\p{P}]+");
    private static final int LONGEST_USERNAME = 128;

    static Input of(String body) {
        try {
            JsonNode node = JSON.readTree(body);
            if (node.isObject()) {
                return new Input(node);
            }
        } catch (JsonProcessingException notJson) {
            // Refused below; the parser's message would quote the body.
        }
        throw serialization("The request is not a JSON object");
    }

    String required(String name) {
        return optional(name)
                .orElseThrow(() -> CognitoErrors.invalidParameter("1 validation error detected: Value null at '"
                        + Character.toLowerCase(name.charAt(0)) + name.substring(1)
                        + "' failed to satisfy constraint: Member must not be null"));
    }

    Optional<String> optional(String name) {
        JsonNode value = node.path(name);
        if (value.isMissingNode() || value.isNull()) {
            return Optional.empty();
        }
        if (!value.isTextual()) {
            throw serialization(name + " is not a string");
        }
        return Optional.of(value.asText());
    }

    /** A map of texts; none at all is an empty one. */
    Input map(String name) {
        JsonNode value = node.path(name);
        if (value.isMissingNode() || value.isNull()) {
            return new Input(JSON.createObjectNode());
        }
        if (!value.isObject()) {
            throw serialization(name + " is not a map");
        }
        return new Input(value);
    }

    /** Cognito's lists of {@code {"Name":…,"Value":…}}. */
    Map<String, String> attributes(String name) {
        JsonNode list = node.path(name);
        if (!list.isMissingNode() && !list.isNull() && !list.isArray()) {
            throw serialization(name + " is not a list");
        }
        Map<String, String> attributes = new LinkedHashMap<>();
        for (JsonNode entry : list) {
            Input attribute = new Input(entry);
            attributes.put(
                    attribute.required("Name"), attribute.optional("Value").orElse(""));
        }
        return attributes;
    }

    List<String> texts(String name) {
        JsonNode list = node.path(name);
        if (!list.isArray()) {
            throw serialization(name + " is not a list");
        }
        List<String> texts = new ArrayList<>();
        list.forEach(item -> texts.add(item.asText()));
        return texts;
    }

    String username() {
        String username = required("Username");
        if (!USERNAMES.matcher(username).matches()) {
            throw CognitoErrors.constraint("username", "satisfy regular expression pattern: " + USERNAMES);
        }
        if (username.length() > LONGEST_USERNAME) {
            throw CognitoErrors.constraint("username", "have length less than or equal to " + LONGEST_USERNAME);
        }
        return username;
    }

    private static AwsFailure serialization(String message) {
        return new AwsFailure(400, "SerializationException", message);
    }
}
