package dev.ringback.local.cognito;

import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Base64;
import javax.crypto.SecretKeyFactory;
import javax.crypto.spec.PBEKeySpec;

/** Makes of passwords what may be kept of them, and checks them. */
final class Passwords {
    // Few rounds on purpose: these accounts exist on one machine, and tests sign in hundreds of times.
    private static final int ROUNDS = 20_000;

    private final SecureRandom random = new SecureRandom();

    /** @param username part of what SRP proves */
    Password keep(UserPool pool, String username, String password) {
        BigInteger salt = new BigInteger(SrpVerifier.SALT_BITS, random);
        return new Password(hash(password), SrpVerifier.of(salt, pool.id(), username, password));
    }

    private String hash(String password) {
        byte[] salt = new byte[16];
        random.nextBytes(salt);
        return Base64.getEncoder().encodeToString(salt)
                + "$"
                + Base64.getEncoder().encodeToString(derive(password, salt));
    }

    boolean matches(String password, Password kept) {
        String[] parts = kept.hash().split("\\$");
        byte[] salt = Base64.getDecoder().decode(parts[0]);
        return MessageDigest.isEqual(derive(password, salt), Base64.getDecoder().decode(parts[1]));
    }

    private static byte[] derive(String password, byte[] salt) {
        try {
            return SecretKeyFactory.getInstance("PBKDF2WithHmacSHA256")
                    .generateSecret(new PBEKeySpec(password.toCharArray(), salt, ROUNDS, 256))
                    .getEncoded();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
