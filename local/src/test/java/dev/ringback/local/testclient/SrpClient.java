package dev.ringback.local.testclient;

import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Map;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** The app's side of SRP, computed on padded hexadecimal as the JavaScript SDK does, and with HKDF spelled out. */
public final class SrpClient {
    private static final String PRIME = "ffffffffffffffffc90fdaa22168c234c4c6628b80dc1cd129024e088a67cc74020bbea63b139b"
            + "22514a08798e3404ddef9519b3cd3a431b302b0a6df25f14374fe1356d6d51c245e485b576625e7ec6f44c42e9a637ed6b0bff5c"
            + "b6f406b7edee386bfb5a899fa5ae9f24117c4b1fe649286651ece45b3dc2007cb8a163bf0598da48361c55d39a69163fa8fd24cf"
            + "5f83655d23dca3ad961c62f356208552bb9ed529077096966d670c354e4abc9804f1746c08ca18217c32905e462e36ce3be39e77"
            + "2c180e86039b2783a2ec07a28fb5c55df06f4c52c9de2bcbf6955817183995497cea956ae515d2261898fa051015728e5a8aaac4"
            + "2dad33170d04507a33a85521abdf1cba64ecfb850458dbef0a8aea71575d060c7db3970f85a6e1e4c7abf5ae8cdb0933d71e8c94"
            + "e04a25619dcee3d2261ad2ee6bf12ffa06d98a0864d87602733ec86a64521f2b18177b200cbbe117577a615d6c770988c0bad946"
            + "e208e24fa074e5ab3143db5bfce0fd108e4b82d120a93ad2caffffffffffffffff";
    private static final BigInteger N = new BigInteger(PRIME, 16);
    private static final BigInteger G = BigInteger.TWO;

    private final String poolName;
    private final BigInteger secret = new BigInteger(1024, new SecureRandom());

    public SrpClient(String poolId) {
        this.poolName = poolId.split("_")[1];
    }

    /** {@code SRP_A} */
    public String publicValue() {
        return G.modPow(secret, N).toString(16);
    }

    /** {@code PASSWORD_CLAIM_SIGNATURE} @param challenge its ChallengeParameters */
    public String signature(Map<String, String> challenge, String password, String timestamp) {
        String username = challenge.get("USER_ID_FOR_SRP");
        BigInteger b = number(challenge.get("SRP_B"));
        BigInteger u = number(hashOfHex(padded(number(publicValue())) + padded(b)));
        String identity = hex(sha256((poolName + username + ":" + password).getBytes(StandardCharsets.UTF_8)));
        BigInteger x = number(hashOfHex(padded(number(challenge.get("SALT"))) + identity));
        BigInteger k = number(hashOfHex(padded(N) + padded(G)));
        BigInteger base = b.subtract(k.multiply(G.modPow(x, N))).mod(N);
        BigInteger shared = base.modPow(secret.add(u.multiply(x)), N);

        byte[] extracted = hmac(bytes(padded(u)), bytes(padded(shared)));
        byte[] expanded = hmac(extracted, "Caldera Derived Key\u0001".getBytes(StandardCharsets.UTF_8));
        String message = hex((poolName + username).getBytes(StandardCharsets.UTF_8))
                + hex(Base64.getDecoder().decode(challenge.get("SECRET_BLOCK")))
                + hex(timestamp.getBytes(StandardCharsets.UTF_8));
        return Base64.getEncoder().encodeToString(hmac(bytes(hex(expanded).substring(0, 32)), bytes(message)));
    }

    private static BigInteger number(String hex) {
        return new BigInteger(hex, 16);
    }

    private static String padded(BigInteger number) {
        String hex = number.toString(16);
        String even = hex.length() % 2 == 0 ? hex : "0" + hex;
        return "89abcdef".indexOf(even.charAt(0)) < 0 ? even : "00" + even;
    }

    private static String hashOfHex(String hex) {
        return hex(sha256(bytes(hex)));
    }

    private static String hex(byte[] bytes) {
        return HexFormat.of().formatHex(bytes);
    }

    private static byte[] bytes(String hex) {
        return HexFormat.of().parseHex(hex);
    }

    private static byte[] sha256(byte[] message) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(message);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static byte[] hmac(byte[] key, byte[] message) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(key, "HmacSHA256"));
            return mac.doFinal(message);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
