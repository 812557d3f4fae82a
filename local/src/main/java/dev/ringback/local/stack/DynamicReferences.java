package dev.ringback.local.stack;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Replaces {@code {{resolve:secretsmanager:…}}} in a property by what the secret holds. */
final class DynamicReferences {
    private static final Pattern REFERENCE = Pattern.compile("\\{\\{resolve:([^}]+)}}");
    // A name has no colon; an ARN has six.
    private static final Pattern SECRET = Pattern.compile("secretsmanager:(arn:(?:[^:]*:){5}[^:]+|[^:]+)"
            + "(?::SecretString)?(?::(?<key>[^:]*))?(?::(?<stage>[^:]*))?(?::(?<version>[^:]*))?");

    private final Deployment.SecretText secrets;

    DynamicReferences(Deployment.SecretText secrets) {
        this.secrets = secrets;
    }

    String resolve(String text) {
        return REFERENCE.matcher(text).replaceAll(reference -> Matcher.quoteReplacement(value(reference.group(1))));
    }

    private String value(String reference) {
        Matcher secret = SECRET.matcher(reference);
        if (!secret.matches()) {
            throw new StackFailure("The dynamic reference {{resolve:" + reference + "}} is not one of a secret.");
        }
        return secrets.read(
                secret.group(1), Optional.ofNullable(secret.group("key")).filter(key -> !key.isEmpty()));
    }
}
