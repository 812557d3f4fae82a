package dev.ringback.local.cognito;

import com.fasterxml.jackson.annotation.JsonCreator;
import java.util.Optional;

/**
 * What the pool keeps of a password.
 *
 * @param hash {@code <salt>$<hash>}
 * @param srp null for a password that was kept before there was sign-in by SRP
 */
record Password(String hash, SrpVerifier srp) {
    /** As users were kept before there was sign-in by SRP. */
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    static Password ofHash(String hash) {
        return new Password(hash, null);
    }

    @JsonCreator(mode = JsonCreator.Mode.PROPERTIES)
    Password {}

    Optional<SrpVerifier> verifier() {
        return Optional.ofNullable(srp);
    }

    @Override
    public String toString() {
        return "Password[…]";
    }
}
