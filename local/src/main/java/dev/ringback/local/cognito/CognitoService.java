package dev.ringback.local.cognito;

import dev.ringback.local.aws.AwsCall;
import dev.ringback.local.aws.AwsFailure;
import dev.ringback.local.aws.AwsService;
import dev.ringback.local.http.HttpAnswer;
import dev.ringback.local.inbox.Inbox;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Cognito user pools: what apps call (unsigned, or with an access token) and a few operations for administrators.
 * Confirmation codes go to the inbox.
 */
public final class CognitoService implements AwsService {
    private final Map<String, OperationGroup.Operation> operations = new HashMap<>();

    public CognitoService(UserPools pools, Inbox inbox, Clock clock) {
        Passwords passwords = new Passwords();
        TokenIssuer issuer = new TokenIssuer(clock);
        Map<String, SignInFlow> flows = Map.of(
                "USER_PASSWORD_AUTH", new PasswordFlow(passwords, issuer, clock),
                "REFRESH_TOKEN_AUTH", new RefreshFlow(issuer, clock));
        List<OperationGroup> groups = List.of(
                new SignUpOperations(pools, passwords, new ConfirmationMails(inbox, clock), clock),
                new SignInOperations(pools, flows),
                new TokenOperations(pools, new AccessTokens(pools, clock)),
                new AdminOperations(pools, clock));
        groups.forEach(group -> operations.putAll(group.operations()));
    }

    @Override
    public String signingName() {
        return "cognito-idp";
    }

    @Override
    public HttpAnswer answer(AwsCall call) {
        OperationGroup.Operation operation = operations.get(call.target());
        if (operation == null) {
            throw new AwsFailure(
                    400, "UnknownOperationException", "The local Cognito does not know " + call.target() + ".");
        }
        String answer = operation.run(Input.of(call.http().text()), call).toString();
        return new HttpAnswer(
                200, Map.of("content-type", "application/x-amz-json-1.1"), answer.getBytes(StandardCharsets.UTF_8));
    }
}
