package dev.ringback.local.cognito;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigInteger;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.Optional;
import java.util.regex.Pattern;

/** USER_SRP_AUTH: asks for a proof of the password, which is never sent. */
final class SrpFlow implements SignInFlow {
    private static final int SECRET_BITS = 256;
    // Some clients fill the number up with zeros, so only its own digits count.
    private static final Pattern HEX = Pattern.compile("0*+[0-9A-Fa-f]{1," + Srp.N.bitLength() / 4 + "}");

    private final SrpChallenges challenges;
    private final Clock clock;
    private final SecureRandom random = new SecureRandom();

    SrpFlow(SrpChallenges challenges, Clock clock) {
        this.challenges = challenges;
        this.clock = clock;
    }

    @Override
    public ObjectNode start(UserPool pool, AppClient client, Input parameters) {
        String username = SignInOperations.parameter(parameters, "USERNAME");
        BigInteger clientValue = clientValue(SignInOperations.parameter(parameters, "SRP_A"));
        Optional<User> user = pool.user(username);
        if (user.isEmpty() && !client.hidesUsers()) {
            throw CognitoErrors.userNotFound("User does not exist.");
        }
        SrpVerifier verifier = user.map(SrpFlow::verifier)
                .orElseGet(() -> Decoy.of(pool, username).verifier());
        BigInteger secret = new BigInteger(SECRET_BITS, random);
        SrpChallenge challenge = new SrpChallenge(
                pool.id(),
                client.id(),
                user.map(User::username).orElse(pool.settings().keyOf(username)),
                user,
                verifier,
                clientValue,
                Srp.publicValue(verifier.number(), secret),
                secret,
                clock.instant().plus(client.challengeLife()));
        return answer(challenge, challenges.add(challenge));
    }

    private static SrpVerifier verifier(User user) {
        return user.password()
                .verifier()
                .orElseThrow(() -> CognitoErrors.passwordResetRequired("Password reset required for the user: this"
                        + " password was set before the local user pool knew USER_SRP_AUTH."));
    }

    private static BigInteger clientValue(String hex) {
        if (HEX.matcher(hex).matches()) {
            BigInteger value = new BigInteger(hex, 16);
            // With a multiple of N anybody could compute the key.
            if (value.mod(Srp.N).signum() != 0) {
                return value;
            }
        }
        throw CognitoErrors.invalidParameter("SRP_A is not a public value of the 3072-bit group in hexadecimal.");
    }

    // Like Cognito's, this answer has no Session: the secret block is what tells sign-ins apart.
    private static ObjectNode answer(SrpChallenge challenge, String secretBlock) {
        ObjectNode answer = JsonNodeFactory.instance.objectNode().put("ChallengeName", PasswordVerifier.NAME);
        answer.putObject("ChallengeParameters")
                .put("SALT", challenge.verifier().salt())
                .put("SECRET_BLOCK", secretBlock)
                .put("SRP_B", challenge.serverValue().toString(16))
                .put("USERNAME", challenge.username())
                .put("USER_ID_FOR_SRP", challenge.username());
        return answer;
    }
}
