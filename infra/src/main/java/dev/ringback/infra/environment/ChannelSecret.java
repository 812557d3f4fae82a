package dev.ringback.infra.environment;

import java.util.Optional;

/**
 * Where a channel's credentials lie in Secrets Manager.
 *
 * @param version pins one version of the secret; CloudFormation writes a channel again only when this changes
 */
public record ChannelSecret(String secret, Optional<String> version) {

    static ChannelSecret read(Section section) {
        return new ChannelSecret(section.text("secret"), section.optionalText("version"));
    }
}
