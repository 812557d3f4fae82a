package dev.ringback.local.cognito;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;

/**
 * A user pool as its template describes it.
 *
 * @param required attributes that a sign-up must give
 * @param custom attributes beyond the standard ones, {@code custom:team}
 * @param autoVerified attributes that get a code at sign-up
 * @param adminOnly nobody can sign up by himself
 * @param mailText holds {@code {####}} where the code belongs
 */
record PoolSettings(
        PasswordPolicy passwords,
        Set<String> required,
        Set<String> custom,
        Set<String> autoVerified,
        boolean caseSensitive,
        boolean adminOnly,
        String mailSubject,
        String mailText) {
    static final Set<String> STANDARD = Set.of(
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
    private static final Pattern EMAIL = Pattern.compile("[^@\\s]+@[^@\\s]+\\.[^@\\s]+");

    static PoolSettings of(JsonNode properties) {
        refuseUnsupported(properties);
        JsonNode mail = properties.path("VerificationMessageTemplate");
        return new PoolSettings(
                PasswordPolicy.of(properties.path("Policies").path("PasswordPolicy")),
                required(properties.path("Schema")),
                custom(properties.path("Schema")),
                texts(properties.path("AutoVerifiedAttributes")),
                properties.path("UsernameConfiguration").path("CaseSensitive").asBoolean(true),
                properties
                        .path("AdminCreateUserConfig")
                        .path("AllowAdminCreateUserOnly")
                        .asBoolean(),
                mail.path("EmailSubject")
                        .asText(properties.path("EmailVerificationSubject").asText("Your verification code")),
                mail.path("EmailMessage")
                        .asText(properties
                                .path("EmailVerificationMessage")
                                .asText("Your confirmation code is {####}")));
    }

    private static void refuseUnsupported(JsonNode properties) {
        for (String property : new String[] {"LambdaConfig", "AliasAttributes", "UsernameAttributes"}) {
            if (!properties.path(property).isEmpty()) {
                throw CognitoErrors.unsupported(property);
            }
        }
        if (properties.path("MfaConfiguration").asText().equals("ON")) {
            throw CognitoErrors.unsupported("MfaConfiguration ON");
        }
        if (properties
                .path("VerificationMessageTemplate")
                .path("DefaultEmailOption")
                .asText()
                .equals("CONFIRM_WITH_LINK")) {
            throw CognitoErrors.unsupported("CONFIRM_WITH_LINK");
        }
    }

    private static Set<String> required(JsonNode schema) {
        Set<String> names = new TreeSet<>();
        for (JsonNode attribute : schema) {
            if (attribute.path("Required").asBoolean()) {
                names.add(attribute.path("Name").asText());
            }
        }
        return names;
    }

    private static Set<String> custom(JsonNode schema) {
        Set<String> names = new TreeSet<>();
        for (JsonNode attribute : schema) {
            if (!STANDARD.contains(attribute.path("Name").asText())) {
                names.add("custom:" + attribute.path("Name").asText());
            }
        }
        return names;
    }

    private static Set<String> texts(JsonNode list) {
        Set<String> texts = new HashSet<>();
        list.forEach(item -> texts.add(item.asText()));
        return texts;
    }

    /** Under what a username is found. */
    String keyOf(String username) {
        return caseSensitive ? username : username.toLowerCase(Locale.ROOT);
    }

    void checkAttributes(Map<String, String> attributes) {
        for (String name : attributes.keySet()) {
            if (!STANDARD.contains(name) && !custom.contains(name)) {
                throw schema(name + ": Attribute does not exist in the schema.");
            }
        }
        for (String name : required) {
            if (attributes.getOrDefault(name, "").isEmpty()) {
                throw schema(name + ": The attribute is required");
            }
        }
        if (attributes.containsKey("email")
                && !EMAIL.matcher(attributes.get("email")).matches()) {
            throw CognitoErrors.invalidParameter("Invalid email address format.");
        }
    }

    private static RuntimeException schema(String fault) {
        // The line end is Cognito's.
        return CognitoErrors.invalidParameter("Attributes did not conform to the schema: " + fault + "\n");
    }
}
