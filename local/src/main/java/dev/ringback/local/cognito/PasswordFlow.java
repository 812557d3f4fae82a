package dev.ringback.local.cognito;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Clock;
import java.util.Optional;

/** USER_PASSWORD_AUTH: username and password at once. */
final class PasswordFlow implements SignInFlow {
    private final Passwords passwords;
    private final TokenIssuer issuer;
    private final Attempts attempts;

    PasswordFlow(Passwords passwords, TokenIssuer issuer, Clock clock) {
        this.passwords = passwords;
        this.issuer = issuer;
        this.attempts = Attempts.ofPasswords(clock);
    }

    @Override
    public ObjectNode start(UserPool pool, AppClient client, Input parameters) {
        String username = SignInOperations.parameter(parameters, "USERNAME");
        String password = SignInOperations.parameter(parameters, "PASSWORD");
        Optional<User> user = pool.user(username);
        if (user.isEmpty()) {
            throw client.hidesUsers()
                    ? CognitoErrors.badCredentials()
                    : CognitoErrors.userNotFound("User does not exist.");
        }
        // Before the password is looked at, as at Cognito.
        if (!user.get().confirmed()) {
            throw CognitoErrors.userNotConfirmed();
        }
        check(pool.id() + "/" + user.get().sub(), password, user.get());
        return SignInOperations.signedIn(issuer.signIn(pool, client, user.get()));
    }

    private void check(String key, String password, User user) {
        if (attempts.mustWait(key)) {
            throw CognitoErrors.notAuthorized("Password attempts exceeded");
        }
        if (!passwords.matches(password, user.passwordHash())) {
            attempts.failed(key);
            throw CognitoErrors.badCredentials();
        }
        attempts.succeeded(key);
    }
}
