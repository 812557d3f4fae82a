package dev.ringback.local.testclient;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import software.amazon.awssdk.services.cognitoidentityprovider.CognitoIdentityProviderClient;
import software.amazon.awssdk.services.cognitoidentityprovider.model.AuthFlowType;
import software.amazon.awssdk.services.cognitoidentityprovider.model.AuthenticationResultType;
import software.amazon.awssdk.services.cognitoidentityprovider.model.InitiateAuthResponse;

/** Signs in as the mobile SDKs do, by SRP: the password never leaves the app. */
public final class SrpSignIn {
    private static final DateTimeFormatter TIMESTAMP =
            DateTimeFormatter.ofPattern("EEE MMM d HH:mm:ss 'UTC' yyyy", Locale.US);

    private final CognitoIdentityProviderClient cognito;
    private final String clientId;
    private final Clock clock;
    private final SrpClient srp;

    public SrpSignIn(CognitoIdentityProviderClient cognito, String poolId, String clientId, Clock clock) {
        this.cognito = cognito;
        this.clientId = clientId;
        this.clock = clock;
        this.srp = new SrpClient(poolId);
    }

    public AuthenticationResultType signIn(String username, String password) {
        return respond(responses(ask(username).challengeParameters(), password));
    }

    /** The first step. */
    public InitiateAuthResponse ask(String username) {
        return cognito.initiateAuth(request -> request.clientId(clientId)
                .authFlow(AuthFlowType.USER_SRP_AUTH)
                .authParameters(Map.of("USERNAME", username, "SRP_A", srp.publicValue())));
    }

    public Map<String, String> responses(Map<String, String> challenge, String password) {
        return responses(challenge, password, timestamp(clock.instant()));
    }

    public Map<String, String> responses(Map<String, String> challenge, String password, String timestamp) {
        return new HashMap<>(Map.of(
                "USERNAME", challenge.get("USERNAME"),
                "PASSWORD_CLAIM_SECRET_BLOCK", challenge.get("SECRET_BLOCK"),
                "PASSWORD_CLAIM_SIGNATURE", srp.signature(challenge, password, timestamp),
                "TIMESTAMP", timestamp));
    }

    /** The second step. */
    public AuthenticationResultType respond(Map<String, String> responses) {
        return cognito.respondToAuthChallenge(request -> request.clientId(clientId)
                        .challengeName("PASSWORD_VERIFIER")
                        .challengeResponses(responses))
                .authenticationResult();
    }

    public static String timestamp(Instant time) {
        return TIMESTAMP.format(time.atOffset(ZoneOffset.UTC));
    }
}
