package dev.ringback.local.cognito;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Locale;

/**
 * A user pool as its template describes it.
 *
 * @param adminOnly nobody can sign up by himself
 * @param recoversByEmail who forgot his password gets a code by mail
 * @param mailText holds {@code {####}} where the code belongs
 */
record PoolSettings(
        PasswordPolicy passwords,
        AttributeSchema schema,
        boolean caseSensitive,
        boolean adminOnly,
        boolean recoversByEmail,
        String mailSubject,
        String mailText) {

    static PoolSettings of(JsonNode properties) {
        refuseUnsupported(properties);
        JsonNode mail = properties.path("VerificationMessageTemplate");
        return new PoolSettings(
                PasswordPolicy.of(properties.path("Policies").path("PasswordPolicy")),
                AttributeSchema.of(properties),
                properties.path("UsernameConfiguration").path("CaseSensitive").asBoolean(true),
                properties
                        .path("AdminCreateUserConfig")
                        .path("AllowAdminCreateUserOnly")
                        .asBoolean(),
                recoversByEmail(properties.path("AccountRecoverySetting").path("RecoveryMechanisms")),
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

    private static boolean recoversByEmail(JsonNode mechanisms) {
        for (JsonNode mechanism : mechanisms) {
            if (mechanism.path("Name").asText().equals("verified_email")) {
                return true;
            }
        }
        return mechanisms.isEmpty();
    }

    /** Under what a username is found. */
    String keyOf(String username) {
        return caseSensitive ? username : username.toLowerCase(Locale.ROOT);
    }
}
