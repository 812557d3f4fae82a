package dev.ringback.local.cognito;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigInteger;
import java.util.Base64;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;

/** Against what aws-amplify 6.22.1 computes for the same numbers. */
class SrpTest {
    private static final String POOL = "us-east-1_Ab3dEf6hI";
    private static final BigInteger SALT = new BigInteger("f1e2d3c4b5a69788796a5b4c3d2e1f00", 16);
    private static final BigInteger CLIENT_VALUE = Srp.G.modPow(new BigInteger("a".repeat(64), 16), Srp.N);
    private static final BigInteger SECRET = new BigInteger("b7".repeat(32), 16);
    private static final byte[] KEY = HexFormat.of().parseHex("020edeb9ebe0a60b246ed3a19c7db440");

    private final BigInteger verifier = Srp.verifier(SALT, POOL, "ada", "Correct-horse-1");

    @Test
    void theGroupHasASafePrimeOf3072Bits() {
        assertThat(Srp.N.bitLength()).isEqualTo(3072);
        assertThat(Srp.N.isProbablePrime(10)).isTrue();
        assertThat(Srp.N.shiftRight(1).isProbablePrime(10)).isTrue();
    }

    @Test
    void theVerifierIsAmplifys() {
        assertThat(verifier.toString(16)).startsWith("912b6d79b7042efd1d68").endsWith("061e7c875f73126b");
    }

    @Test
    void theKeyIsAmplifys() {
        BigInteger serverValue = Srp.publicValue(verifier, SECRET);

        assertThat(Srp.key(CLIENT_VALUE, serverValue, verifier, SECRET)).isEqualTo(KEY);
    }

    @Test
    void theSignatureIsAmplifys() {
        byte[] signature = Srp.signature(KEY, POOL, "ada", "YSBzZWNyZXQgYmxvY2s=", "Sat Sep 5 07:08:09 UTC 2026");

        assertThat(Base64.getEncoder().encodeToString(signature))
                .isEqualTo("vtheDWuwdhGNoKLCTr3jua1Ydi48wN784phbOBB4ubo=");
    }

    @Test
    void anotherPasswordGivesAnotherKey() {
        BigInteger other = Srp.verifier(SALT, POOL, "ada", "Correct-horse-2");

        assertThat(Srp.key(CLIENT_VALUE, Srp.publicValue(other, SECRET), other, SECRET))
                .isNotEqualTo(KEY);
    }
}
