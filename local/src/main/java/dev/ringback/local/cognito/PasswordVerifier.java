package dev.ringback.local.cognito;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Clock;
import java.util.Base64;
import java.util.Optional;

/** PASSWORD_VERIFIER: the second step of SRP, in which the proof is checked. */
final class PasswordVerifier implements ChallengeAnswer {
    static final String NAME = "PASSWORD_VERIFIER";

    private final SrpChallenges challenges;
    private final PasswordAttempts attempts;
    private final TokenIssuer issuer;
    private final Clock clock;

    PasswordVerifier(SrpChallenges challenges, PasswordAttempts attempts, TokenIssuer issuer, Clock clock) {
        this.challenges = challenges;
        this.attempts = attempts;
        this.issuer = issuer;
        this.clock = clock;
    }

    private record Proof(byte[] signature, String secretBlock, SrpTimestamp timestamp) {
        static Proof of(Input responses) {
            String signature = SignInOperations.parameter(responses, "PASSWORD_CLAIM_SIGNATURE");
            String secretBlock = SignInOperations.parameter(responses, "PASSWORD_CLAIM_SECRET_BLOCK");
            SrpTimestamp timestamp = SrpTimestamp.parse(SignInOperations.parameter(responses, "TIMESTAMP"));
            try {
                return new Proof(Base64.getDecoder().decode(signature), secretBlock, timestamp);
            } catch (IllegalArgumentException notBase64) {
                throw CognitoErrors.invalidParameter("PASSWORD_CLAIM_SIGNATURE is not base64.");
            }
        }

        boolean answers(SrpChallenge challenge) {
            return challenge.isProvedBy(signature, secretBlock, timestamp.canonical());
        }
    }

    @Override
    public ObjectNode answer(UserPool pool, AppClient client, Input responses) {
        String username = SignInOperations.parameter(responses, "USERNAME");
        Proof proof = Proof.of(responses);
        // Devices are not remembered here, so none is known; SDKs forget theirs at these words and try again.
        if (responses.optional("DEVICE_KEY").isPresent()) {
            throw CognitoErrors.notFound("Device does not exist.");
        }
        SrpChallenge challenge = challenges
                .take(proof.secretBlock())
                .filter(found -> found.poolId().equals(pool.id())
                        && found.clientId().equals(client.id())
                        && samePerson(pool, found.username(), username))
                .orElseThrow(CognitoErrors::badCredentials);
        if (!proof.timestamp().isNear(clock.instant())) {
            throw CognitoErrors.notAuthorized("TIMESTAMP is more than 5 minutes off.");
        }
        User user = attempts.attempt(pool, username, () -> {
            boolean right = proof.answers(challenge);
            return challenge.user().flatMap(asked -> current(pool, asked)).filter(found -> right);
        });
        user.checkSignIn();
        return SignInOperations.signedIn(issuer.signIn(pool, client, user));
    }

    private static boolean samePerson(UserPool pool, String one, String other) {
        return pool.settings().keyOf(one).equals(pool.settings().keyOf(other));
    }

    /** The password may have been changed, or the user deleted, since the challenge was given. */
    private static Optional<User> current(UserPool pool, User asked) {
        return pool.user(asked.username())
                .filter(now -> now.sub().equals(asked.sub()) && now.password().equals(asked.password()));
    }
}
