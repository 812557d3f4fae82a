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
        String key = key(pool, username);
        if (attempts.mustWait(key)) {
            throw tooMany.get();
        }
        Optional<User> user = check.get();
        if (user.isEmpty()) {
            attempts.failed(key);
            throw CognitoErrors.badCredentials();
        }
        attempts.succeeded(key);
        return user.get();
    }

    /** A new password has not been guessed at yet. */
    void forget(UserPool pool, String username) {
        attempts.succeeded(key(pool, username));
    }

    private static String key(UserPool pool, String username) {
        return pool.id() + "/" + pool.settings().keyOf(username);
    }
}
