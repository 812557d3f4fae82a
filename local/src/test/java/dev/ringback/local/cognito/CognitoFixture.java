package dev.ringback.local.cognito;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.ringback.local.iam.Principal;
import dev.ringback.local.inbox.Inbox;
import dev.ringback.local.stack.Provisioned;
import dev.ringback.local.stack.ResourceDeclaration;
import dev.ringback.local.testclient.SrpSignIn;
import dev.ringback.local.testserver.AdjustableClock;
import dev.ringback.local.testserver.TestServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.cognitoidentityprovider.CognitoIdentityProviderClient;
import software.amazon.awssdk.services.cognitoidentityprovider.model.AttributeType;
import software.amazon.awssdk.services.cognitoidentityprovider.model.AuthenticationResultType;
import software.amazon.awssdk.services.cognitoidentityprovider.model.CodeDeliveryDetailsType;
import software.amazon.awssdk.services.cognitoidentityprovider.model.SignUpResponse;

/** A Cognito with a pool and a client, reached with the real SDK. */
final class CognitoFixture implements AutoCloseable {
    static final String PASSWORD = "Correct-horse-1";
    private static final PoolKeys KEYS = PoolKeys.generate();
    private static final String POOL = """
            {"Policies":{"PasswordPolicy":{"MinimumLength":10,"RequireUppercase":true,"RequireLowercase":true,
                                           "RequireNumbers":true,"RequireSymbols":true}},
             "Schema":[{"Name":"email","Required":true,"Mutable":true}],
             "AutoVerifiedAttributes":["email"],
             "UserAttributeUpdateSettings":{"AttributesRequireVerificationBeforeUpdate":["email"]},
             "UsernameConfiguration":{"CaseSensitive":false},
             "VerificationMessageTemplate":{"EmailSubject":"Verify","EmailMessage":"The code is {####}."}}
            """;
    private static final String CLIENT = """
            {"ExplicitAuthFlows":["ALLOW_USER_SRP_AUTH","ALLOW_USER_PASSWORD_AUTH","ALLOW_REFRESH_TOKEN_AUTH"],
             "PreventUserExistenceErrors":"ENABLED","AccessTokenValidity":60,"IdTokenValidity":30,
             "RefreshTokenValidity":7,
             "TokenValidityUnits":{"AccessToken":"minutes","IdToken":"minutes","RefreshToken":"days"}}
            """;

    final Inbox inbox = new Inbox();
    final AdjustableClock clock = new AdjustableClock();
    final UserPools pools;
    final CognitoResources resources;
    final Provisioned pool;
    final String client;
    final CognitoIdentityProviderClient sdk;
    private final TestServer server;

    CognitoFixture(Principal principal, Optional<Path> folder) {
        // Keys are slow to make; only where they are kept each run needs its own.
        Supplier<PoolKeys> keys = folder.isPresent() ? PoolKeys::generate : () -> KEYS;
        pools = new UserPools("us-east-1", "000000000000", folder, keys, clock);
        resources = new CognitoResources(pools);
        pool = create("AWS::Cognito::UserPool", "pool", json(POOL));
        client = client("client", Map.of());
        create(
                "AWS::Cognito::UserPoolGroup",
                "group",
                json("{\"GroupName\":\"operators\"}").put("UserPoolId", pool.ref()));
        server = TestServer.of(new CognitoService(pools, inbox, clock), principal);
        sdk = CognitoIdentityProviderClient.builder()
                .httpClient(UrlConnectionHttpClient.create())
                .endpointOverride(server.uri())
                .region(Region.US_EAST_1)
                .credentialsProvider(StaticCredentialsProvider.create(AwsBasicCredentials.create("id", "secret")))
                .build();
    }

    Provisioned create(String type, String name, ObjectNode properties) {
        return resources.create(new ResourceDeclaration("identity", name, type, properties, "identity" + name));
    }

    /** A further client of the pool. */
    String client(String name, Map<String, String> changes) {
        ObjectNode properties = json(CLIENT).put("UserPoolId", pool.ref());
        changes.forEach(properties::put);
        return create("AWS::Cognito::UserPoolClient", name, properties).ref();
    }

    SignUpResponse signUp(String username) {
        return signUp(username, PASSWORD);
    }

    SignUpResponse signUp(String username, String password) {
        return sdk.signUp(request -> request.clientId(client)
                .username(username)
                .password(password)
                .userAttributes(attribute("email", username.strip() + "@example.com")));
    }

    String mailedCode() {
        return inbox.mails().getLast().confirmationCode();
    }

    void confirm(String username, String code) {
        sdk.confirmSignUp(request -> request.clientId(client).username(username).confirmationCode(code));
    }

    /** A user of another client's pool who is signed up, confirmed and signed in. */
    AuthenticationResultType member(String clientId, String username) {
        sdk.signUp(request -> request.clientId(clientId)
                .username(username)
                .password(PASSWORD)
                .userAttributes(attribute("email", username + "@example.com")));
        sdk.confirmSignUp(
                request -> request.clientId(clientId).username(username).confirmationCode(mailedCode()));
        return sdk.initiateAuth(request -> request.clientId(clientId)
                        .authFlow("USER_PASSWORD_AUTH")
                        .authParameters(Map.of("USERNAME", username, "PASSWORD", PASSWORD)))
                .authenticationResult();
    }

    AuthenticationResultType signIn(String username, String password) {
        return auth("USER_PASSWORD_AUTH", Map.of("USERNAME", username, "PASSWORD", password));
    }

    SrpSignIn srp() {
        return srp(client);
    }

    SrpSignIn srp(String clientId) {
        return new SrpSignIn(sdk, pool.ref(), clientId, clock);
    }

    AuthenticationResultType auth(String flow, Map<String, String> parameters) {
        return sdk.initiateAuth(
                        request -> request.clientId(client).authFlow(flow).authParameters(parameters))
                .authenticationResult();
    }

    /** A user who is signed up, confirmed and signed in. */
    AuthenticationResultType member(String username) {
        signUp(username);
        confirm(username, mailedCode());
        return signIn(username, PASSWORD);
    }

    /** Asks for a code that sets a new password. */
    CodeDeliveryDetailsType forget(String username) {
        return forget(client, username);
    }

    CodeDeliveryDetailsType forget(String clientId, String username) {
        return sdk.forgotPassword(request -> request.clientId(clientId).username(username))
                .codeDeliveryDetails();
    }

    /** Sets a new password by a mailed code. */
    void reset(String username, String code, String password) {
        reset(client, username, code, password);
    }

    void reset(String clientId, String username, String code, String password) {
        sdk.confirmForgotPassword(request -> request.clientId(clientId)
                .username(username)
                .confirmationCode(code)
                .password(password));
    }

    static AttributeType attribute(String name, String value) {
        return AttributeType.builder().name(name).value(value).build();
    }

    static ObjectNode json(String text) {
        try {
            return (ObjectNode) new ObjectMapper().readTree(text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        sdk.close();
        server.close();
    }
}
