package dev.ringback.local.gateway;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.ringback.local.aws.AwsFailure;
import dev.ringback.local.http.HttpAnswer;
import dev.ringback.local.http.HttpRequest;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** Writes a refusal in the JSON and REST-JSON protocols of AWS, and in AppSync's own way. */
final class AwsErrors {
    private static final String APPSYNC = "appsync";

    private AwsErrors() {}

    static HttpAnswer answer(AwsFailure failure, String service, HttpRequest request) {
        return service.equals(APPSYNC) ? graphQl(failure) : rpc(failure, service, request);
    }

    // Pages of any origin may send signed GraphQL requests, and have to be able to read why one is refused.
    private static HttpAnswer graphQl(AwsFailure failure) {
        var body = JsonNodeFactory.instance.objectNode();
        body.putArray("errors").addObject().put("errorType", failure.code()).put("message", failure.getMessage());
        Map<String, String> headers = Map.of(
                "content-type",
                "application/json;charset=UTF-8",
                "x-amzn-ErrorType",
                failure.code(),
                "access-control-allow-origin",
                "*",
                "access-control-expose-headers",
                "x-amzn-RequestId,x-amzn-ErrorType");
        return new HttpAnswer(
                failure.status(), headers, HttpAnswer.json(0, body).body());
    }

    private static HttpAnswer rpc(AwsFailure failure, String service, HttpRequest request) {
        var body = JsonNodeFactory.instance.objectNode();
        body.put("__type", failure.code());
        body.put("message", failure.getMessage());
        HttpAnswer answer = HttpAnswer.json(status(failure, service, request), body);
        Map<String, String> headers = new HashMap<>(answer.headers());
        request.header("content-type")
                .filter(type -> type.startsWith("application/x-amz-json"))
                .ifPresent(type -> headers.put("content-type", type));
        headers.put("x-amzn-errortype", failure.code());
        return new HttpAnswer(answer.status(), headers, answer.body());
    }

    // The JSON protocol answers a refusal with 400, SQS, which came to it late, with 403 as before.
    private static int status(AwsFailure failure, String service, HttpRequest request) {
        Optional<String> target = request.header("x-amz-target");
        return failure.code().equals("AccessDeniedException") && target.isPresent() && !service.equals("sqs")
                ? 400
                : failure.status();
    }
}
