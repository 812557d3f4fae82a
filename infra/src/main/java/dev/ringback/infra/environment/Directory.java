package dev.ringback.infra.environment;

import java.util.Optional;

/**
 * The GraphQL API of the people directory.
 *
 * @param introspection whether clients may ask for its schema
 * @param rateLimit without it there is no web ACL, which costs money by the month
 */
public record Directory(boolean introspection, Optional<RateLimit> rateLimit) {

    static Directory read(Section section) {
        return new Directory(
                section.flag("introspection"),
                section.sectionUnlessNull("rateLimit").map(RateLimit::read));
    }
}
