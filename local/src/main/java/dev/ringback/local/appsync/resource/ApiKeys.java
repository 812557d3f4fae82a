package dev.ringback.local.appsync.resource;

import dev.ringback.local.stack.ResourceDeclaration;
import dev.ringback.local.stack.StackFailure;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;

/** The keys of an API. */
final class ApiKeys {
    private static final Duration USUAL_LIFE = Duration.ofDays(7);
    private static final Duration LONGEST_LIFE = Duration.ofDays(365);

    private ApiKeys() {}

    /** A key that stays the same from run to run. */
    static String key(ResourceDeclaration declaration) {
        return "da2-" + declaration.physicalId();
    }

    static Map<String, Instant> expiries(ApiParts parts, Instant now) {
        return parts.byName(ResourceType.KEY, part -> key(part.declaration()), part -> expiry(part.properties(), now));
    }

    private static Instant expiry(Properties key, Instant now) {
        if (!key.has("Expires")) {
            return now.plus(USUAL_LIFE);
        }
        Instant expiry = Instant.ofEpochSecond(key.node().get("Expires").asLong());
        if (!expiry.isAfter(now) || expiry.isAfter(now.plus(LONGEST_LIFE))) {
            throw new StackFailure("The key's Expires is not within 365 days from now: " + expiry + ".");
        }
        return expiry;
    }
}
