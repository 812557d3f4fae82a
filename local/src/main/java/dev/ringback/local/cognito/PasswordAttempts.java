package dev.ringback.local.cognito;

import dev.ringback.local.aws.AwsFailure;
import java.time.Clock;
import java.util.Optional;
import java.util.function.Supplier;

/** Counts wrong passwords, whichever way they came; names that nobody has are counted like any other. */
final class PasswordAttempts {
    private final Attempts attempts;

    PasswordAttempts(Clock clock) {
        this.attempts = Attempts.ofPasswords(clock);
    }

    /** @param check finds the user if the password is right */
    User attempt(UserPool pool, String username, Supplier<Optional<User>> check) {
        return attempt(pool, username, () -> CognitoErrors.notAuthorized("Password attempts exceeded"), check);
    }

    /** @param tooMany what one who must wait is told */
    User attempt(UserPool pool, String username, Supplier<AwsFailure> tooMany, Supplier<Optional<User>> check) {
        return attempts.attempt(key(pool, username), tooMany, check).orElseThrow(CognitoErrors::badCredentials);
    }

    /** A new password has not been guessed at yet. */
    void forget(UserPool pool, String username) {
        attempts.forget(key(pool, username));
    }

    private static String key(UserPool pool, String username) {
        return pool.id() + "/" + pool.settings().keyOf(username);
    }
}
