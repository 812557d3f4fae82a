package dev.ringback.local.cognito;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.ringback.local.aws.AwsCall;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** InitiateAuth and RespondToAuthChallenge, with one part for each way of signing in and each challenge. */
final class SignInOperations implements OperationGroup {
    private static final Set<String> ADMIN_FLOWS = Set.of("ADMIN_NO_SRP_AUTH", "ADMIN_USER_PASSWORD_AUTH");
    private static final Set<String> FLOWS = new TreeSet<>(Set.of(
            "ADMIN_NO_SRP_AUTH",
            "ADMIN_USER_PASSWORD_AUTH",
            "CUSTOM_AUTH",
            "REFRESH_TOKEN",
            "REFRESH_TOKEN_AUTH",
            "USER_AUTH",
            "USER_PASSWORD_AUTH",
            "USER_SRP_AUTH"));
    private static final Set<String> CHALLENGES = new TreeSet<>(Set.of(
            "CUSTOM_CHALLENGE",
            "DEVICE_PASSWORD_VERIFIER",
            "DEVICE_SRP_AUTH",
            "EMAIL_OTP",
            "MFA_SETUP",
            "NEW_PASSWORD_REQUIRED",
            "PASSWORD",
            "PASSWORD_SRP",
            "PASSWORD_VERIFIER",
            "SELECT_CHALLENGE",
            "SELECT_MFA_TYPE",
            "SMS_MFA",
            "SMS_OTP",
            "SOFTWARE_TOKEN_MFA",
            "WEB_AUTHN"));

    private final UserPools pools;
    private final Map<String, SignInFlow> flows;
    private final Map<String, ChallengeAnswer> challenges;

    /** @param flows by the name that clients allow, {@code USER_PASSWORD_AUTH} */
    SignInOperations(UserPools pools, Map<String, SignInFlow> flows, Map<String, ChallengeAnswer> challenges) {
        this.pools = pools;
        this.flows = flows;
        this.challenges = challenges;
    }

    @Override
    public Map<String, Operation> operations() {
        return Map.of("InitiateAuth", this::initiateAuth, "RespondToAuthChallenge", this::respondToAuthChallenge);
    }

    private ObjectNode initiateAuth(Input input, AwsCall call) {
        var in = pools.client(input.required("ClientId"));
        String asked = oneOf(FLOWS, "authFlow", input.required("AuthFlow"));
        // Two names of one flow.
        String flow = asked.equals("REFRESH_TOKEN") ? "REFRESH_TOKEN_AUTH" : asked;
        if (ADMIN_FLOWS.contains(flow)) {
            throw CognitoErrors.invalidParameter("Initiate Auth method not supported.");
        }
        if (!in.client().allows(flow)) {
            throw CognitoErrors.invalidParameter(flow + " flow not enabled for this client");
        }
        if (!flows.containsKey(flow)) {
            throw CognitoErrors.unsupported(flow);
        }
        return flows.get(flow).start(in.pool(), in.client(), input.map("AuthParameters"));
    }

    private ObjectNode respondToAuthChallenge(Input input, AwsCall call) {
        var in = pools.client(input.required("ClientId"));
        String challenge = oneOf(CHALLENGES, "challengeName", input.required("ChallengeName"));
        if (!challenges.containsKey(challenge)) {
            throw CognitoErrors.unsupported(challenge);
        }
        return challenges.get(challenge).answer(in.pool(), in.client(), input.map("ChallengeResponses"));
    }

    private static String oneOf(Set<String> known, String member, String given) {
        if (!known.contains(given)) {
            throw CognitoErrors.constraint(member, "satisfy enum value set: " + known);
        }
        return given;
    }

    static String parameter(Input parameters, String name) {
        return parameters
                .optional(name)
                .filter(value -> !value.isEmpty())
                .orElseThrow(() -> CognitoErrors.invalidParameter("Missing required parameter " + name));
    }

    static ObjectNode signedIn(ObjectNode tokens) {
        ObjectNode answer = JsonNodeFactory.instance.objectNode();
        answer.set("AuthenticationResult", tokens);
        answer.putObject("ChallengeParameters");
        return answer;
    }
}
