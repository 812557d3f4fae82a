package dev.ringback.local.appsync.auth;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.ringback.local.appsync.ApiBench;
import dev.ringback.local.appsync.ApiCaller;
import dev.ringback.local.appsync.AuthRefused;
import dev.ringback.local.appsync.GraphQlApi;
import dev.ringback.local.aws.Account;
import dev.ringback.local.iam.Credentials;
import dev.ringback.local.iam.Operator;
import dev.ringback.local.testserver.TestPrincipal;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class AuthenticatorTest {
    private static final String NOT_AUTHORIZED = "You are not authorized to make this call.";

    private final ApiBench bench = new ApiBench("type Query { text: String }");

    AuthenticatorTest() {
        bench.resource("AWS::AppSync::ApiKey", "key", "{\"ApiId\": \"api\"}");
    }

    @Test
    void refusesARequestWithoutCredentials() {
        assertRefused(bench.start(), Map.of(), "Valid authorization header not provided.");
    }

    @Test
    void knowsASignerByHisAccessKeyAndSessionToken() throws Exception {
        Credentials credentials = bench.accessKeys.issue(TestPrincipal.ANYONE);

        ApiCaller caller = bench.start().authenticate(signed(credentials));

        assertThat(caller).isInstanceOf(ApiCaller.Signer.class);
        assertThat(caller.identity().path("userArn").asText()).isEqualTo(TestPrincipal.ANYONE.name());
        assertThat(caller.identity().path("accountId").asText()).isEqualTo(Account.DEFAULT.id());
        assertThat(caller.identity().path("username").asText()).isEqualTo("tester:tester");
        assertThat(caller.identity().path("cognitoIdentityId").isNull()).isTrue();
    }

    @Test
    void refusesASignerWithoutHisSessionToken() {
        Map<String, String> headers = new HashMap<>(signed(bench.accessKeys.issue(TestPrincipal.ANYONE)));
        headers.remove("x-amz-security-token");

        assertRefused(bench.start(), headers, "The security token included in the request is invalid.");
    }

    @Test
    void refusesASignatureForAnotherService() {
        String header = scope(Operator.ACCESS_KEY_ID).replace("/appsync/", "/s3/");

        assertRefused(bench.start(), Map.of("authorization", header), "Credential should be scoped to correct service");
    }

    @Test
    void takesAKeyOfTheApi() throws Exception {
        String key = bench.provision("key").attributes().get("ApiKey");

        ApiCaller caller = bench.start().authenticate(Map.of("x-api-key", key));

        assertThat(caller).isInstanceOf(ApiCaller.KeyHolder.class);
        assertThat(caller.identity().isNull()).isTrue();
    }

    @Test
    void refusesAKeyThatTheApiDoesNotHave() {
        assertRefused(bench.start(), Map.of("x-api-key", "da2-other"), NOT_AUTHORIZED);
    }

    @Test
    void refusesAKeyFromItsExpiryOn() {
        Instant expiry = bench.clock.instant().plus(Duration.ofDays(2));
        bench.set("key", "Expires", Long.toString(expiry.getEpochSecond()));
        String key = bench.provision("key").attributes().get("ApiKey");
        GraphQlApi api = bench.start();

        bench.clock.advance(Duration.ofDays(2));

        assertRefused(api, Map.of("x-api-key", key), NOT_AUTHORIZED);
    }

    @Test
    void takesASignatureRatherThanAKey() throws Exception {
        ApiCaller caller = bench.start()
                .authenticate(Map.of("authorization", scope(Operator.ACCESS_KEY_ID), "x-api-key", "da2-other"));

        assertThat(caller).isInstanceOf(ApiCaller.Signer.class);
    }

    @Test
    void refusesAModeThatTheApiDoesNotHave() {
        bench.set(ApiBench.ID, "AdditionalAuthenticationProviders", "[]");
        GraphQlApi api = bench.start();

        for (Map<String, String> credentials : List.of(
                Map.of("x-api-key", bench.provision("key").attributes().get("ApiKey")),
                Map.of("authorization", scope(Operator.ACCESS_KEY_ID)))) {
            assertRefused(api, credentials, NOT_AUTHORIZED);
        }
    }

    private static Map<String, String> signed(Credentials credentials) {
        return Map.of(
                "authorization", scope(credentials.accessKeyId()), "x-amz-security-token", credentials.sessionToken());
    }

    private static String scope(String accessKeyId) {
        return "AWS4-HMAC-SHA256 Credential=" + accessKeyId
                + "/20260101/us-east-1/appsync/aws4_request, SignedHeaders=host, Signature=0";
    }

    static void assertRefused(GraphQlApi api, Map<String, String> credentials, String message) {
        assertThatThrownBy(() -> api.authenticate(credentials))
                .isInstanceOf(AuthRefused.class)
                .hasMessageContaining(message);
    }
}
