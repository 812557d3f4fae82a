package dev.ringback.local.appsync.auth;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ringback.local.appsync.ApiBench;
import dev.ringback.local.appsync.ApiCaller;
import dev.ringback.local.appsync.GraphQlApi;
import dev.ringback.local.testserver.Tokens;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;

class UserPoolAuthTest {
    private static final String NOT_AUTHORIZED = "You are not authorized to make this call.";

    private final ApiBench bench = new ApiBench("type Query { text: String }");

    @Test
    void knowsAUserByHisIdToken() throws Exception {
        String token = sign(Tokens.claims().claim("cognito:username", "alice").claim("token_use", "id"));

        ApiCaller caller = bench.start().authenticate(Map.of("authorization", token));

        assertThat(caller).isInstanceOf(ApiCaller.User.class);
        assertThat(caller.identity().path("sub").asText()).isEqualTo("someone");
        assertThat(caller.identity().path("username").asText()).isEqualTo("alice");
    }

    @Test
    void knowsAUserByHisAccessToken() throws Exception {
        String token = sign(Tokens.claims()
                .audience((String) null)
                .claim("client_id", Tokens.AUDIENCE)
                .claim("username", "alice")
                .claim("token_use", "access"));

        ApiCaller caller = bench.start().authenticate(Map.of("authorization", token));

        assertThat(caller.identity().path("username").asText()).isEqualTo("alice");
    }

    @Test
    void saysOfAUserWhatAppSyncDoes() throws Exception {
        ApiCaller caller = bench.start()
                .authenticate(Map.of("authorization", sign(Tokens.claims()), "x-forwarded-for", "10.0.0.1"));

        assertThat(caller.identity().fieldNames())
                .toIterable()
                .containsExactlyInAnyOrder(
                        "claims", "defaultAuthStrategy", "groups", "issuer", "sourceIp", "sub", "username");
        assertThat(caller.identity().path("groups")).isEqualTo(ApiBench.json("['a', 'b']"));
        assertThat(caller.identity().path("issuer").asText()).isEqualTo(Tokens.ISSUER);
        assertThat(caller.identity().path("sourceIp")).isEqualTo(ApiBench.json("['10.0.0.1']"));
        assertThat(caller.identity().path("defaultAuthStrategy").asText()).isEqualTo("ALLOW");
        assertThat(caller.identity().at("/claims/aud").toString()).contains(Tokens.AUDIENCE);
    }

    @Test
    void givesNoGroupsAsNull() throws Exception {
        String token = sign(Tokens.claims().claim("cognito:groups", null));

        ApiCaller caller = bench.start().authenticate(Map.of("authorization", token));

        assertThat(caller.identity().path("groups").isNull()).isTrue();
    }

    @Test
    void refusesATokenThatHasExpired() {
        String token = sign(Tokens.claims());
        GraphQlApi api = bench.start();
        bench.clock.advance(Duration.ofMinutes(6));

        AuthenticatorTest.assertRefused(api, Map.of("authorization", token), "Token has expired.");
    }

    @Test
    void refusesATokenOfAnotherPool() {
        String token = sign(Tokens.claims().issuer(Tokens.ISSUER + "2"));

        AuthenticatorTest.assertRefused(bench.start(), Map.of("authorization", token), NOT_AUTHORIZED);
    }

    @Test
    void refusesATokenThatAnotherKeySigned() {
        String token = new Tokens().sign(Tokens.claims().build());

        AuthenticatorTest.assertRefused(bench.start(), Map.of("authorization", token), NOT_AUTHORIZED);
    }

    @Test
    void refusesATokenOfAClientThatThePatternLeavesOut() {
        bench.set(ApiBench.ID, "UserPoolConfig", """
                {"UserPoolId": "us-east-1_pool", "AwsRegion": "us-east-1", "DefaultAction": "ALLOW",
                 "AppIdClientRegex": "other|cli"}""");

        AuthenticatorTest.assertRefused(bench.start(), Map.of("authorization", sign(Tokens.claims())), NOT_AUTHORIZED);
    }

    @Test
    void takesATokenOfAClientThatThePatternNames() throws Exception {
        bench.set(ApiBench.ID, "UserPoolConfig", """
                {"UserPoolId": "us-east-1_pool", "AwsRegion": "us-east-1", "DefaultAction": "ALLOW",
                 "AppIdClientRegex": "other|client"}""");

        assertThat(bench.start().authenticate(Map.of("authorization", sign(Tokens.claims()))))
                .isInstanceOf(ApiCaller.User.class);
    }

    @Test
    void refusesWhatIsNoToken() {
        AuthenticatorTest.assertRefused(
                bench.start(), Map.of("authorization", "nonsense"), "Unable to parse JWT token.");
    }

    private static String sign(com.nimbusds.jwt.JWTClaimsSet.Builder claims) {
        return ApiBench.TOKENS.sign(claims.build());
    }
}
