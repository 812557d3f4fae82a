package dev.ringback.local.stack;

import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/** Ids that stay the same from run to run, so that kept data finds its resources again. */
final class PhysicalId {
    private static final int LENGTH = 12;

    private PhysicalId() {}

    static String of(String stack, String logicalId) {
        String digits = new BigInteger(1, sha256(stack + "/" + logicalId)).toString(36);
        return digits.substring(digits.length() - LENGTH);
    }

    private static byte[] sha256(String text) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
