package dev.ringback.local.cognito;

import com.fasterxml.jackson.databind.node.ObjectNode;

/** One way of signing in, chosen by {@code AuthFlow}. */
interface SignInFlow {
    /** @param parameters the request's AuthParameters; returns InitiateAuth's answer */
    ObjectNode start(UserPool pool, AppClient client, Input parameters);
}
