package dev.ringback.local.gateway;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.ringback.local.aws.AwsFailure;
import dev.ringback.local.http.HttpAnswer;
import dev.ringback.local.http.HttpRequest;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** Writes a refusal in the JSON and REST-JSON protocols of AWS. */
final class AwsErrors {
    private AwsErrors() {}

    static HttpAnswer answer(AwsFailure failure, String service, HttpRequest request) {
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
