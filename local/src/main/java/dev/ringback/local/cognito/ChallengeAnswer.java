package dev.ringback.local.cognito;

import com.fasterxml.jackson.databind.node.ObjectNode;

/** Takes the answer to one kind of challenge, chosen by {@code ChallengeName}. */
interface ChallengeAnswer {
    /** @param responses the request's ChallengeResponses; returns RespondToAuthChallenge's answer */
    ObjectNode answer(UserPool pool, AppClient client, Input responses);
}
