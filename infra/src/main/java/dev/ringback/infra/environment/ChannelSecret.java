package dev.ringback.infra.environment;

import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Where a channel's credentials lie in Secrets Manager.
 *
 * @param version pins one version of the secret; CloudFormation writes a channel again only when this changes
 */
public record ChannelSecret(String secret, Optional<String> version) {
    private static final Pattern SECRET =
            Pattern.compile("[A-Za-z0-9/_+=.@-]{1,512}|arn:aws[a-z-]*:secretsmanager:[a-z0-9-]+:\\d{12}:secret:"
                    + "[A-Za-z0-9/_+=.@-]+-[A-Za-z0-9]{6}");
    private static final Pattern VERSION = Pattern.compile("[A-Za-z0-9-]{32,64}");

    static ChannelSecret read(Section section) {
        ChannelSecret secret = new ChannelSecret(
                section.text("secret", SECRET, "the name or the full ARN of a secret"),
                section.optionalText("version", VERSION, "the id of a version of the secret"));
        section.refuseUnknownKeys();
        return secret;
    }
}
