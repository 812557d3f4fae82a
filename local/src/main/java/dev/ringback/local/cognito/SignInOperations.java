package dev.ringback.local.cognito;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.ringback.local.aws.AwsCall;
import java.util.Map;
import java.util.Set;

/** InitiateAuth, with one {@link SignInFlow} for each way of signing in. */
final class SignInOperations implements OperationGroup {
    private static final Set<String> OTHER_FLOWS = Set.of("USER_SRP_AUTH", "CUSTOM_AUTH", "USER_AUTH");
    private static final Set<String> ADMIN_FLOWS = Set.of("ADMIN_NO_SRP_AUTH", "ADMIN_USER_PASSWORD_AUTH");

    private final UserPools pools;
    private final Map<String, SignInFlow> flows;

    /** @param flows by the name that clients allow, {@code USER_PASSWORD_AUTH} */
    SignInOperations(UserPools pools, Map<String, SignInFlow> flows) {
        this.pools = pools;
        this.flows = flows;
    }

    @Override
    public Map<String, Operation> operations() {
        return Map.of("InitiateAuth", this::initiateAuth);
    }

    private ObjectNode initiateAuth(Input input, AwsCall call) {
        var in = pools.client(input.required("ClientId"));
        String asked = input.required("AuthFlow");
        // Two names of one flow.
        String flow = asked.equals("REFRESH_TOKEN") ? "REFRESH_TOKEN_AUTH" : asked;
        if (ADMIN_FLOWS.contains(flow)) {
            throw CognitoErrors.invalidParameter("Initiate Auth method not supported.");
        }
        if (!flows.containsKey(flow) && !OTHER_FLOWS.contains(flow)) {
            throw CognitoErrors.constraint(
                    "authFlow",
                    "satisfy enum value set: [ADMIN_NO_SRP_AUTH, ADMIN_USER_PASSWORD_AUTH, CUSTOM_AUTH, REFRESH_TOKEN,"
                            + " REFRESH_TOKEN_AUTH, USER_AUTH, USER_PASSWORD_AUTH, USER_SRP_AUTH]");
        }
        if (!in.client().allows(flow)) {
            throw CognitoErrors.invalidParameter(flow + " flow not enabled for this client");
        }
        if (!flows.containsKey(flow)) {
            throw CognitoErrors.unsupported(flow);
        }
        return flows.get(flow).start(in.pool(), in.client(), input.map("AuthParameters"));
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
