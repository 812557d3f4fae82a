package dev.ringback.local.cognito;

import java.math.BigInteger;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.Optional;

/**
 * A sign-in by SRP between its two steps.
 *
 * @param username as it enters the proof, {@code USER_ID_FOR_SRP}
 * @param user as he was when it began; nobody, if the challenge only hides that there is none
 * @param secret behind serverValue
 */
record SrpChallenge(
        String poolId,
        String clientId,
        String username,
        Optional<User> user,
        SrpVerifier verifier,
        BigInteger clientValue,
        BigInteger serverValue,
        BigInteger secret,
        Instant expiresAt) {

    boolean isProvedBy(byte[] signature, String secretBlock, String timestamp) {
        byte[] key = Srp.key(clientValue, serverValue, verifier.number(), secret);
        byte[] expected = Srp.signature(key, poolId, username, secretBlock, timestamp);
        return MessageDigest.isEqual(expected, signature);
    }

    @Override
    public String toString() {
        return "SrpChallenge[…]";
    }
}
