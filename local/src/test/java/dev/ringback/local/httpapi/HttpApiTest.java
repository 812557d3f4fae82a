package dev.ringback.local.httpapi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.ringback.local.aws.Account;
import dev.ringback.local.http.HttpAnswer;
import dev.ringback.local.stack.Deployment;
import dev.ringback.local.stack.StackFailure;
import dev.ringback.local.stack.Stacks;
import dev.ringback.local.stack.Template;
import dev.ringback.local.testfunction.FunctionBench;
import dev.ringback.local.testserver.Tokens;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HttpApiTest {
    @TempDir
    private static Path folder;

    private static HttpApiBench bench;

    @BeforeAll
    static void start() throws Exception {
        bench = new HttpApiBench(folder);
    }

    @AfterAll
    static void stop() {
        bench.close();
    }

    @Test
    void stopsAtAPropertyItDoesNotKnow() throws Exception {
        Template template = new Template("other", FunctionBench.read("""
                {"Resources": {"Api": {"Type": "AWS::ApiGatewayV2::Api",
                  "Properties": {"Name": "a", "ProtocolType": "HTTP", "DisableSchemaValidation": true}}}}
                """));
        Stacks stacks = new Stacks(new Deployment(Account.DEFAULT, (secret, key) -> ""), List.of(bench.provider));

        assertThatThrownBy(() -> stacks.create(template))
                .isInstanceOf(StackFailure.class)
                .hasMessageContaining("DisableSchemaValidation");
    }

    @Test
    void refusesARequestWithoutAToken() throws Exception {
        HttpAnswer answer = bench.send("POST", "/api", "{}", Map.of());

        assertThat(answer.status()).isEqualTo(401);
        assertThat(HttpApiBench.text(answer)).isEqualTo("{\"message\":\"Unauthorized\"}");
        assertThat(answer.headers()).containsEntry("www-authenticate", "Bearer");
    }

    @Test
    void saysWhyAnExpiredTokenIsRefused() throws Exception {
        String token = HttpApiBench.TOKENS.sign(
                Tokens.claims().expirationTime(java.util.Date.from(Tokens.NOW)).build());

        assertThat(bench.send("POST", "/api", "{}", Map.of("Authorization", token))
                        .headers())
                .containsEntry(
                        "www-authenticate",
                        "Bearer scope=\"\" error=\"invalid_token\" error_description=\"the token has expired\"");
    }

    @Test
    void knowsOnlyItsRoutes() throws Exception {
        assertThat(bench.send("GET", "/api", "", Map.of()).status()).isEqualTo(404);
        assertThat(HttpApiBench.text(bench.send("POST", "/other", "", Map.of())))
                .isEqualTo("{\"message\":\"Not Found\"}");
        assertThat(bench.send("POST", "/open", "", Map.of()).status()).isEqualTo(404);
    }

    @Test
    void answersAFunctionsErrorWith500() throws Exception {
        HttpAnswer failed = bench.send("POST", "/open/me", "", Map.of("do", "throw"));

        assertThat(failed.status()).isEqualTo(500);
        assertThat(HttpApiBench.text(failed)).isEqualTo("{\"message\":\"Internal Server Error\"}");
    }

    @Test
    void doesNotWaitLongerThanItsIntegrationMay() throws Exception {
        HttpAnswer answer = bench.send("POST", "/slow", "", Map.of("do", "nap"));

        assertThat(answer.status()).isEqualTo(503);
        assertThat(HttpApiBench.text(answer)).isEqualTo("{\"message\":\"Service Unavailable\"}");
    }

    @Test
    void answersThePreflightOfAnAllowedOrigin() throws Exception {
        HttpAnswer answer = bench.send(
                "OPTIONS",
                "/api",
                "",
                Map.of("Origin", "https://app.example", "Access-Control-Request-Method", "POST"));

        assertThat(answer.status()).isEqualTo(204);
        assertThat(answer.headers())
                .containsEntry("access-control-allow-origin", "https://app.example")
                .containsEntry("access-control-allow-methods", "POST")
                .containsEntry("access-control-allow-headers", "authorization")
                .containsEntry("access-control-max-age", "60");
    }

    @Test
    void allowsNoOtherOrigin() throws Exception {
        HttpAnswer answer = bench.send(
                "OPTIONS",
                "/api",
                "",
                Map.of("Origin", "https://evil.example", "Access-Control-Request-Method", "POST"));

        assertThat(answer.headers()).doesNotContainKey("access-control-allow-origin");
    }

    @Test
    void tellsAPageOfAnAllowedOriginEvenThatItIsRefused() throws Exception {
        assertThat(bench.send("POST", "/api", "{}", Map.of("Origin", "https://app.example"))
                        .headers())
                .containsEntry("access-control-allow-origin", "https://app.example");
    }
}
