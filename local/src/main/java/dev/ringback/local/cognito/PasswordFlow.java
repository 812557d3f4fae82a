package dev.ringback.local.cognito;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Optional;

/** USER_PASSWORD_AUTH: username and password at once. */
final class PasswordFlow implements SignInFlow {
    private final Passwords passwords;
    private final PasswordAttempts attempts;
    private final TokenIssuer issuer;

    PasswordFlow(Passwords passwords, PasswordAttempts attempts, TokenIssuer issuer) {
        this.passwords = passwords;
        this.attempts = attempts;
        this.issuer = issuer;
    }

    @Override
    public ObjectNode start(UserPool pool, AppClient client, Input parameters) {
        String username = SignInOperations.parameter(parameters, "USERNAME");
        String password = SignInOperations.parameter(parameters, "PASSWORD");
        Optional<User> user = pool.user(username);
        if (user.isEmpty() && !client.hidesUsers()) {
            throw CognitoErrors.userNotFound("User does not exist.");
        }
        // Before the password is looked at, as at Cognito; by SRP it is after.
        user.ifPresent(User::checkSignIn);
        User found = attempts.attempt(
                pool, username, () -> user.filter(known -> passwords.matches(password, known.password())));
        return SignInOperations.signedIn(issuer.signIn(pool, client, withVerifier(pool, found, password)));
    }

    /** Who was kept before there was sign-in by SRP can use it from now on. */
    private User withVerifier(UserPool pool, User user, String password) {
        if (user.password().verifier().isPresent()) {
            return user;
        }
        Password kept = passwords.keep(pool, user.username(), password);
        return pool.change(user, now -> now.password().equals(user.password()) ? now.withPassword(kept) : now);
    }
}
