package dev.ringback.local.appsync.api;

import static dev.ringback.local.appsync.ApiBench.json;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.ringback.local.appsync.ApiBench;
import dev.ringback.local.http.HttpAnswer;
import dev.ringback.local.testserver.Requests;
import dev.ringback.local.testserver.Tokens;
import java.io.IOException;
import java.util.Map;
import org.junit.jupiter.api.Test;

class GraphQlEndpointTest {
    private static final String PATH = "/" + ApiBench.ID + "/graphql";

    private final ApiBench bench = new ApiBench("type Query { text(of: String): String  header: String }");
    private final Map<String, String> user =
            Map.of("authorization", ApiBench.TOKENS.sign(Tokens.claims().build()), "x-some", "thing");

    GraphQlEndpointTest() {
        bench.unit("Query.text", """
                export function request(ctx) { return {payload: ctx.args.of}; }
                export function response(ctx) { return ctx.result; }
                """);
        bench.unit("Query.header", """
                export function request(ctx) { return {payload: ctx.request.headers['x-some']}; }
                export function response(ctx) { return ctx.result; }
                """);
        bench.start();
    }

    @Test
    void runsAQuery() throws IOException {
        HttpAnswer answer = post("{'query': 'query Q($of: String) { text(of: $of) }', 'variables': {'of': 'x'}}");

        assertThat(answer.status()).isEqualTo(200);
        assertThat(body(answer)).isEqualTo(json("{'data': {'text': 'x'}}"));
        assertThat(answer.headers()).containsEntry("content-type", "application/json;charset=UTF-8");
    }

    @Test
    void runsTheOperationThatIsNamed() throws IOException {
        HttpAnswer answer = post("{'query': 'query A { text } query B { header }', 'operationName': 'B'}");

        assertThat(body(answer)).isEqualTo(json("{'data': {'header': 'thing'}}"));
    }

    @Test
    void takesNullForVariablesAndOperationName() throws IOException {
        HttpAnswer answer = post("{'query': '{ text }', 'variables': null, 'operationName': null}");

        assertThat(body(answer)).isEqualTo(json("{'data': {'text': null}}"));
    }

    @Test
    void answersFaultsOfAQueryWith200() throws IOException {
        assertThat(post("{'query': '{ nothing }'}").status()).isEqualTo(200);
    }

    @Test
    void refusesARequestWithoutCredentials() throws IOException {
        HttpAnswer answer = bench.apis.answer(Requests.of("POST", PATH, "{\"query\": \"{ text }\"}"));

        assertThat(answer.status()).isEqualTo(401);
        assertThat(body(answer)).isEqualTo(json("""
                {'errors': [{'errorType': 'UnauthorizedException',
                  'message': 'Valid authorization header not provided.'}]}"""));
        assertThat(answer.headers()).containsEntry("x-amzn-ErrorType", "UnauthorizedException");
    }

    @Test
    void refusesABodyThatIsEmpty() throws IOException {
        assertMalformed(post(""), "Request body is empty.");
    }

    @Test
    void refusesABodyThatIsNoRequest() throws IOException {
        for (String body : new String[] {
            "meow",
            "{}",
            "{}}",
            "[]",
            "{'query': 5}",
            "{'query': '{ text', 'variables': {}}",
            "{'query': '{ text }', 'variables': []}"
        }) {
            assertMalformed(post(body), "Unable to parse GraphQL query.");
        }
    }

    @Test
    void refusesABodyThatIsTooLong() {
        assertThat(post("{'query': '{ text }'}" + " ".repeat(1024 * 1024)).status())
                .isEqualTo(413);
    }

    @Test
    void takesPostsAlone() {
        assertThat(bench.apis
                        .answer(Requests.of("GET", PATH + "?query={text}", "", user))
                        .status())
                .isEqualTo(405);
    }

    @Test
    void answersNothingElsewhere() {
        assertThat(bench.apis
                        .answer(Requests.of("POST", "/other/graphql", "{}", user))
                        .status())
                .isEqualTo(404);
        assertThat(bench.apis
                        .answer(Requests.of("POST", "/" + ApiBench.ID, "{}", user))
                        .status())
                .isEqualTo(404);
    }

    @Test
    void letsPagesOfAnyOriginSendTheHeadersTheyAskFor() {
        HttpAnswer answer = bench.apis.answer(Requests.of(
                "OPTIONS",
                PATH,
                "",
                Map.of(
                        "origin", "https://app.example",
                        "access-control-request-method", "POST",
                        "access-control-request-headers", "authorization,content-type,x-amz-user-agent")));

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.headers())
                .containsEntry("access-control-allow-origin", "*")
                .containsEntry("access-control-allow-headers", "authorization,content-type,x-amz-user-agent");
        assertThat(answer.headers().get("access-control-allow-methods")).contains("POST");
    }

    @Test
    void letsPagesOfAnyOriginReadAnswersAndRefusals() {
        assertThat(post("{'query': '{ text }'}").headers()).containsEntry("access-control-allow-origin", "*");
        assertThat(bench.apis.answer(Requests.of("POST", PATH, "{}")).headers())
                .containsEntry("access-control-allow-origin", "*");
    }

    private HttpAnswer post(String body) {
        return bench.apis.answer(Requests.of("POST", PATH, body.replace('\'', '"'), user));
    }

    private static JsonNode body(HttpAnswer answer) throws IOException {
        return new ObjectMapper().readTree(answer.body());
    }

    private static void assertMalformed(HttpAnswer answer, String message) throws IOException {
        assertThat(answer.status()).isEqualTo(400);
        assertThat(body(answer))
                .isEqualTo(json(
                        "{'errors': [{'errorType': 'MalformedHttpRequestException', 'message': '" + message + "'}]}"));
    }
}
