package dev.ringback.local.cognito;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Clock;

/** REFRESH_TOKEN_AUTH: fresh tokens of a sign-in; the refresh token stays as it is. */
final class RefreshFlow implements SignInFlow {
    private final TokenIssuer issuer;
    private final Clock clock;

    RefreshFlow(TokenIssuer issuer, Clock clock) {
        this.issuer = issuer;
        this.clock = clock;
    }

    @Override
    public ObjectNode start(UserPool pool, AppClient client, Input parameters) {
        String hash = TokenIssuer.hash(SignInOperations.parameter(parameters, "REFRESH_TOKEN"));
        Session session = pool.session(found ->
                        found.refreshHash().equals(hash) && found.clientId().equals(client.id()))
                .orElseThrow(() -> CognitoErrors.notAuthorized("Invalid Refresh Token"));
        if (session.revoked()) {
            throw CognitoErrors.notAuthorized("Refresh Token has been revoked");
        }
        if (session.expiresAt() <= clock.instant().getEpochSecond()) {
            throw CognitoErrors.notAuthorized("Refresh Token has expired");
        }
        User user =
                pool.user(session.username()).orElseThrow(() -> CognitoErrors.notAuthorized("Invalid Refresh Token"));
        return SignInOperations.signedIn(issuer.tokens(pool, client, user, session));
    }
}
