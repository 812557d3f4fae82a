package dev.ringback.local.cognito;

import com.fasterxml.jackson.databind.node.ObjectNode;

/** REFRESH_TOKEN_AUTH: fresh tokens of a sign-in; only clients that do not rotate refresh tokens have it. */
final class RefreshFlow implements SignInFlow {
    private final Refresher refresher;

    RefreshFlow(Refresher refresher) {
        this.refresher = refresher;
    }

    @Override
    public ObjectNode start(UserPool pool, AppClient client, Input parameters) {
        String token = SignInOperations.parameter(parameters, "REFRESH_TOKEN");
        return SignInOperations.signedIn(refresher.refresh(pool, client, token));
    }
}
