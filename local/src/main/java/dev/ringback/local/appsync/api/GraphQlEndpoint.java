package dev.ringback.local.appsync.api;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.ringback.local.appsync.ApiCaller;
import dev.ringback.local.appsync.AuthRefused;
import dev.ringback.local.appsync.GraphQlApi;
import dev.ringback.local.appsync.GraphQlRequest;
import dev.ringback.local.appsync.execution.Answers;
import dev.ringback.local.http.HttpAnswer;
import dev.ringback.local.http.HttpRequest;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** Takes queries and mutations over HTTP, from pages of any origin. */
final class GraphQlEndpoint {
    private static final int LONGEST_BODY = 1024 * 1024;
    private static final ObjectMapper JSON = JsonMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    /** @param api empty if there is none at the request's path */
    HttpAnswer answer(HttpRequest request, Optional<GraphQlApi> api) {
        if (request.method().equals("OPTIONS")) {
            return preflight(request);
        }
        if (api.isEmpty()) {
            return refusal(404, "UnknownOperationException", "There is no such API.");
        }
        if (!request.method().equals("POST")) {
            return refusal(405, Answers.MALFORMED, "The local runtime takes GraphQL by POST only.");
        }
        if (request.body().length > LONGEST_BODY) {
            return refusal(413, "RequestEntityTooLargeException", "The request is longer than 1 MB.");
        }
        return execute(request, api.get());
    }

    private static HttpAnswer execute(HttpRequest request, GraphQlApi api) {
        Map<String, String> headers = new HashMap<>(request.headers());
        headers.put("x-forwarded-for", request.sourceIp());
        ApiCaller caller;
        try {
            caller = api.authenticate(headers);
        } catch (AuthRefused refused) {
            return refusal(401, "UnauthorizedException", refused.getMessage());
        }
        if (request.body().length == 0) {
            return refusal(400, Answers.MALFORMED, "Request body is empty.");
        }
        return read(request, headers)
                .map(graphQl -> api.execute(graphQl, caller))
                .map(GraphQlEndpoint::answered)
                .orElseGet(() -> answered(Answers.unparsed()));
    }

    private static Optional<GraphQlRequest> read(HttpRequest request, Map<String, String> headers) {
        try {
            JsonNode body = JSON.readTree(request.text());
            JsonNode variables = body.path("variables");
            if (!body.path("query").isTextual() || !(isNone(variables) || variables.isObject())) {
                return Optional.empty();
            }
            return Optional.of(new GraphQlRequest(
                    body.get("query").asText(),
                    isNone(variables) ? JSON.createObjectNode() : (ObjectNode) variables,
                    Optional.ofNullable(body.get("operationName"))
                            .filter(JsonNode::isTextual)
                            .map(JsonNode::asText),
                    headers));
        } catch (JsonProcessingException notJson) {
            return Optional.empty();
        }
    }

    private static boolean isNone(JsonNode node) {
        return node.isMissingNode() || node.isNull();
    }

    private static HttpAnswer answered(ObjectNode answer) {
        boolean malformed =
                answer.path("errors").path(0).path("errorType").asText().equals(Answers.MALFORMED);
        return malformed ? withHeaders(400, answer, Answers.MALFORMED) : withHeaders(200, answer, "");
    }

    private static HttpAnswer refusal(int status, String type, String message) {
        return withHeaders(status, Answers.refusal(type, message), type);
    }

    private static HttpAnswer withHeaders(int status, JsonNode body, String errorType) {
        HttpAnswer answer = HttpAnswer.json(status, body);
        Map<String, String> headers = new HashMap<>();
        headers.put("content-type", "application/json;charset=UTF-8");
        headers.put("access-control-allow-origin", "*");
        headers.put("access-control-expose-headers", "x-amzn-RequestId,x-amzn-ErrorType");
        headers.put("x-amzn-RequestId", UUID.randomUUID().toString());
        if (!errorType.isEmpty()) {
            headers.put("x-amzn-ErrorType", errorType);
        }
        return new HttpAnswer(answer.status(), headers, answer.body());
    }

    private static HttpAnswer preflight(HttpRequest request) {
        Map<String, String> headers = new HashMap<>();
        headers.put("access-control-allow-origin", "*");
        headers.put("access-control-allow-methods", "POST,OPTIONS");
        headers.put("access-control-max-age", "172800");
        request.header("access-control-request-headers")
                .ifPresent(asked -> headers.put("access-control-allow-headers", asked));
        return new HttpAnswer(200, headers, new byte[0]);
    }
}
