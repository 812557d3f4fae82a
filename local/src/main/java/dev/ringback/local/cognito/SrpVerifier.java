package dev.ringback.local.cognito;

import java.math.BigInteger;

/** What proves a password without telling it. @param salt hexadecimal, as is verifier */
record SrpVerifier(String salt, String verifier) {
    static final int SALT_BITS = 128;

    static SrpVerifier of(BigInteger salt, String poolId, String username, String password) {
        return new SrpVerifier(
                salt.toString(16),
                Srp.verifier(salt, poolId, username, password).toString(16));
    }

    BigInteger number() {
        return new BigInteger(verifier, 16);
    }

    @Override
    public String toString() {
        return "SrpVerifier[…]";
    }
}
