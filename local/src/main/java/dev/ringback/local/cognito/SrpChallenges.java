package dev.ringback.local.cognito;

import java.security.SecureRandom;
import java.time.Clock;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Optional;

/** The sign-ins by SRP that wait for their proof, by {@code SECRET_BLOCK}; each takes one answer. */
final class SrpChallenges {
    private static final int BLOCK_BYTES = 64;
    private static final int CAPACITY = 1000;

    private final Clock clock;
    private final SecureRandom random = new SecureRandom();
    private final LinkedHashMap<String, SrpChallenge> waiting = new LinkedHashMap<>();

    SrpChallenges(Clock clock) {
        this.clock = clock;
    }

    /** Returns its secret block. */
    synchronized String add(SrpChallenge challenge) {
        waiting.values().removeIf(this::expired);
        if (waiting.size() == CAPACITY) {
            waiting.pollFirstEntry();
        }
        byte[] block = new byte[BLOCK_BYTES];
        random.nextBytes(block);
        String secretBlock = Base64.getEncoder().encodeToString(block);
        waiting.put(secretBlock, challenge);
        return secretBlock;
    }

    synchronized Optional<SrpChallenge> take(String secretBlock) {
        return Optional.ofNullable(waiting.remove(secretBlock)).filter(challenge -> !expired(challenge));
    }

    private boolean expired(SrpChallenge challenge) {
        return !clock.instant().isBefore(challenge.expiresAt());
    }
}
