package dev.ringback.local.cognito;

import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import javax.crypto.KDF;
import javax.crypto.Mac;
import javax.crypto.spec.HKDFParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/**
 * The server's side of SRP-6a as Cognito does it: SHA-256, the 3072-bit group of RFC 3526 with generator 2, and numbers
 * hashed as their two's complement bytes, so with a leading zero byte where the highest bit is set.
 */
final class Srp {
    static final BigInteger N = new BigInteger(
            "FFFFFFFFFFFFFFFFC90FDAA22168C234C4C6628B80DC1CD129024E088A67CC74"
                    + "020BBEA63B139B22514A08798E3404DDEF9519B3CD3A431B302B0A6DF25F1437"
                    + "4FE1356D6D51C245E485B576625E7EC6F44C42E9A637ED6B0BFF5CB6F406B7ED"
                    + "EE386BFB5A899FA5AE9F24117C4B1FE649286651ECE45B3DC2007CB8A163BF05"
                    + "98DA48361C55D39A69163FA8FD24CF5F83655D23DCA3AD961C62F356208552BB"
                    + "9ED529077096966D670C354E4ABC9804F1746C08CA18217C32905E462E36CE3B"
                    + "E39E772C180E86039B2783A2EC07A28FB5C55DF06F4C52C9DE2BCBF695581718"
                    + "3995497CEA956AE515D2261898FA051015728E5A8AAAC42DAD33170D04507A33"
                    + "A85521ABDF1CBA64ECFB850458DBEF0A8AEA71575D060C7DB3970F85A6E1E4C7"
                    + "ABF5AE8CDB0933D71E8C94E04A25619DCEE3D2261AD2EE6BF12FFA06D98A0864"
                    + "D87602733EC86A64521F2B18177B200CBBE117577A615D6C770988C0BAD946E2"
                    + "08E24FA074E5AB3143DB5BFCE0FD108E4B82D120A93AD2CAFFFFFFFFFFFFFFFF",
            16);
    static final BigInteger G = BigInteger.TWO;
    private static final BigInteger K = hash(N.toByteArray(), G.toByteArray());
    private static final byte[] KEY_INFO = "Caldera Derived Key".getBytes(StandardCharsets.UTF_8);
    private static final int KEY_BYTES = 16;

    private Srp() {}

    /** What the server keeps of a password. @param salt not negative */
    static BigInteger verifier(BigInteger salt, String poolId, String username, String password) {
        byte[] identity = digest((poolName(poolId) + username + ":" + password).getBytes(StandardCharsets.UTF_8));
        return G.modPow(hash(salt.toByteArray(), identity), N);
    }

    /** The server's public value, B. */
    static BigInteger publicValue(BigInteger verifier, BigInteger secret) {
        return K.multiply(verifier).add(G.modPow(secret, N)).mod(N);
    }

    /** The key that only a client that knows the password has as well. @param secret the one behind serverValue */
    static byte[] key(BigInteger clientValue, BigInteger serverValue, BigInteger verifier, BigInteger secret) {
        BigInteger u = hash(clientValue.toByteArray(), serverValue.toByteArray());
        BigInteger shared = clientValue.multiply(verifier.modPow(u, N)).modPow(secret, N);
        try {
            return KDF.getInstance("HKDF-SHA256")
                    .deriveData(HKDFParameterSpec.ofExtract()
                            .addIKM(shared.toByteArray())
                            .addSalt(u.toByteArray())
                            .thenExpand(KEY_INFO, KEY_BYTES));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The client's proof that it has the key. @param secretBlock base64 */
    static byte[] signature(byte[] key, String poolId, String username, String secretBlock, String timestamp) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(key, "HmacSHA256"));
            mac.update(poolName(poolId).getBytes(StandardCharsets.UTF_8));
            mac.update(username.getBytes(StandardCharsets.UTF_8));
            mac.update(Base64.getDecoder().decode(secretBlock));
            return mac.doFinal(timestamp.getBytes(StandardCharsets.UTF_8));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String poolName(String poolId) {
        return poolId.substring(poolId.indexOf('_') + 1);
    }

    private static BigInteger hash(byte[]... parts) {
        return new BigInteger(1, digest(parts));
    }

    private static byte[] digest(byte[]... parts) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            for (byte[] part : parts) {
                digest.update(part);
            }
            return digest.digest();
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
