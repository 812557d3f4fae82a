package dev.ringback.local.cognito;

import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Arrays;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** What is answered about a user who does not exist, by a client that hides it: made up, and the same each time. */
record Decoy(byte[] seed) {
    private static final String PURPOSE = "decoy:";

    static Decoy of(UserPool pool, String username) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(
                    pool.keys().withPrivateParts().getBytes(StandardCharsets.UTF_8), mac.getAlgorithm()));
            String text = PURPOSE + pool.settings().keyOf(username);
            return new Decoy(mac.doFinal(text.getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /** A verifier of no password. */
    SrpVerifier verifier() {
        int half = SrpVerifier.SALT_BITS / 8;
        return new SrpVerifier(
                new BigInteger(1, Arrays.copyOf(seed, half)).toString(16), new BigInteger(1, seed).toString(16));
    }

    /** An address of nobody. */
    String address() {
        return letter(0) + "@" + letter(1);
    }

    private String letter(int index) {
        return String.valueOf((char) ('a' + (seed[index] & 0xff) % 26));
    }
}
