package dev.ringback.local.httpapi;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.ringback.local.testserver.Tokens;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FunctionEventTest {
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
    void handsTheRequestToTheFunctionInPayloadFormat2() throws Exception {
        JsonNode event = bench.event(
                bench.send("POST", "/open/me?a=1&a=2&b=%20x", "{\"k\":1}", Map.of("Cookie", "c=1; d=2", "X-One", "1")));

        assertThat(event.path("version").asText()).isEqualTo("2.0");
        assertThat(event.path("routeKey").asText()).isEqualTo("ANY /open/{name}");
        assertThat(event.path("rawPath").asText()).isEqualTo("/open/me");
        assertThat(event.path("rawQueryString").asText()).isEqualTo("a=1&a=2&b=%20x");
        assertThat(event.path("queryStringParameters").path("a").asText()).isEqualTo("1,2");
        assertThat(event.path("queryStringParameters").path("b").asText()).isEqualTo(" x");
        assertThat(event.path("pathParameters").path("name").asText()).isEqualTo("me");
        assertThat(event.path("headers").path("x-one").asText()).isEqualTo("1");
        assertThat(event.path("cookies").path(1).asText()).isEqualTo("d=2");
        assertThat(event.path("body").asText()).isEqualTo("{\"k\":1}");
        assertThat(event.path("isBase64Encoded").asBoolean(true)).isFalse();
    }

    @Test
    void saysInTheContextWhereAndWhenTheRequestCame() throws Exception {
        JsonNode context = bench.event(bench.send("POST", "/open/me", "{}", Map.of("User-Agent", "tests")))
                .path("requestContext");

        assertThat(context.path("apiId").asText()).isEqualTo(bench.id);
        assertThat(context.path("accountId").asText()).isEqualTo("000000000000");
        assertThat(context.path("stage").asText()).isEqualTo("$default");
        assertThat(context.path("time").asText()).isEqualTo("01/Jan/2026:12:00:00 +0000");
        assertThat(context.path("timeEpoch").asLong()).isEqualTo(Tokens.NOW.toEpochMilli());
        assertThat(context.path("http").path("method").asText()).isEqualTo("POST");
        assertThat(context.path("http").path("userAgent").asText()).isEqualTo("tests");
        assertThat(context.has("authorizer")).isFalse();
    }

    @Test
    void encodesBodiesThatAreNoText() throws Exception {
        JsonNode event = bench.event(bench.send("POST", "/open/me", "abc", Map.of("Content-Type", "image/png")));

        assertThat(event.path("body").asText()).isEqualTo("YWJj");
        assertThat(event.path("isBase64Encoded").asBoolean()).isTrue();
    }

    @Test
    void givesTheFunctionTheClaimsOfTheToken() throws Exception {
        String token = HttpApiBench.TOKENS.sign(Tokens.claims().build());

        JsonNode jwt = bench.event(bench.send("POST", "/api", "{}", Map.of("Authorization", "Bearer " + token)))
                .path("requestContext")
                .path("authorizer")
                .path("jwt");

        assertThat(jwt.path("claims").path("sub").asText()).isEqualTo("someone");
        assertThat(jwt.path("claims").path("cognito:groups").asText()).isEqualTo("[a b]");
        assertThat(jwt.path("scopes").isNull()).isTrue();
    }
}
