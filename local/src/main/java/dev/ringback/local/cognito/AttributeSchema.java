package dev.ringback.local.cognito;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Collection;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/**
 * What attributes a user of a pool can have.
 *
 * @param required a sign-up must give them
 * @param custom beyond the standard ones, {@code custom:team}
 * @param immutable only a sign-up can give them
 * @param autoVerified a code is sent when they are given
 * @param verifiedBeforeUpdate they keep their value until the new one is verified
 */
record AttributeSchema(
        Set<String> required,
        Set<String> custom,
        Set<String> immutable,
        Set<String> autoVerified,
        Set<String> verifiedBeforeUpdate) {
    private static final Set<String> STANDARD = Set.of(
            "address",
            "birthdate",
            "email",
            "family_name",
            "gender",
            "given_name",
            "locale",
            "middle_name",
            "name",
            "nickname",
            "phone_number",
            "picture",
            "preferred_username",
            "profile",
            "updated_at",
            "website",
            "zoneinfo");
    // So Cognito begins to refuse a sign-up and a change.
    private static final String FAULT = "Attributes did not conform to the schema: ";
    private static final String USER = "user.";
    private static final Pattern EMAIL = Pattern.compile("[^@\\s]+@[^@\\s]+\\.[^@\\s]+");

    /** @param pool the pool's properties */
    static AttributeSchema of(JsonNode pool) {
        JsonNode schema = pool.path("Schema");
        return new AttributeSchema(
                names(schema, attribute -> attribute.path("Required").asBoolean()),
                names(
                        schema,
                        attribute -> !STANDARD.contains(attribute.path("Name").asText())),
                names(schema, attribute -> !attribute.path("Mutable").asBoolean(true)),
                texts(pool.path("AutoVerifiedAttributes")),
                texts(pool.path("UserAttributeUpdateSettings").path("AttributesRequireVerificationBeforeUpdate")));
    }

    private static Set<String> names(JsonNode schema, Predicate<JsonNode> wanted) {
        Set<String> names = new TreeSet<>();
        for (JsonNode attribute : schema) {
            String name = attribute.path("Name").asText();
            if (wanted.test(attribute)) {
                names.add(STANDARD.contains(name) ? name : "custom:" + name);
            }
        }
        return names;
    }

    private static Set<String> texts(JsonNode list) {
        Set<String> texts = new TreeSet<>();
        list.forEach(item -> texts.add(item.asText()));
        return texts;
    }

    void checkNew(Map<String, String> attributes) {
        checkKnown(FAULT, attributes.keySet());
        for (String name : required) {
            if (attributes.getOrDefault(name, "").isEmpty()) {
                throw missing(name);
            }
        }
        checkEmail(attributes);
    }

    void checkChange(Map<String, String> attributes) {
        checkKnown(USER, attributes.keySet());
        attributes.forEach((name, value) -> {
            checkMutable(name);
            if (required.contains(name) && value.isEmpty()) {
                throw missing(name);
            }
        });
        checkEmail(attributes);
    }

    void checkDeletion(Collection<String> names) {
        checkKnown(USER, names);
        for (String name : names) {
            checkMutable(name);
            if (required.contains(name)) {
                throw missing(name);
            }
        }
    }

    private void checkKnown(String where, Collection<String> names) {
        for (String name : names) {
            if (!STANDARD.contains(name) && !custom.contains(name)) {
                throw fault(where + name + ": Attribute does not exist in the schema.");
            }
        }
    }

    private void checkMutable(String name) {
        if (immutable.contains(name)) {
            throw CognitoErrors.invalidParameter(USER + name + ": Attribute cannot be updated.");
        }
    }

    private static void checkEmail(Map<String, String> attributes) {
        if (attributes.containsKey("email")
                && !EMAIL.matcher(attributes.get("email")).matches()) {
            throw CognitoErrors.invalidParameter("Invalid email address format.");
        }
    }

    private static RuntimeException missing(String name) {
        return fault(FAULT + name + ": The attribute is required");
    }

    private static RuntimeException fault(String fault) {
        // The line end is Cognito's.
        return CognitoErrors.invalidParameter(fault + "\n");
    }
}
