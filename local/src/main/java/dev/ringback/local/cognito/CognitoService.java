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
        PasswordAttempts attempts = new PasswordAttempts(clock);
        MailedCodes codes = new MailedCodes(inbox, clock);
        AccessTokens accessTokens = new AccessTokens(pools, clock);
        TokenIssuer issuer = new TokenIssuer(clock);
        Refresher refresher = new Refresher(issuer, clock);
        SrpChallenges challenges = new SrpChallenges(clock);
        Map<String, SignInFlow> flows = Map.of(
                "USER_SRP_AUTH", new SrpFlow(challenges, clock),
                "USER_PASSWORD_AUTH", new PasswordFlow(passwords, attempts, issuer),
                "REFRESH_TOKEN_AUTH", new RefreshFlow(refresher));
        Map<String, ChallengeAnswer> answers =
                Map.of(PasswordVerifier.NAME, new PasswordVerifier(challenges, attempts, issuer, clock));
        List<OperationGroup> groups = List.of(
                new SignUpOperations(pools, passwords, codes, clock),
                new SignInOperations(pools, flows, answers),
                new TokenOperations(pools, accessTokens, refresher),
                new PasswordOperations(pools, accessTokens, passwords, attempts, codes),
                new AttributeOperations(pools, accessTokens, codes),
                new AccountOperations(accessTokens),
                new AdminOperations(pools, inbox));
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
