package dev.ringback.infra.calling;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;
import software.amazon.awscdk.services.apigateway.AccessLogFormat;
import software.amazon.awscdk.services.apigatewayv2.IAccessLogDestination;
import software.amazon.awscdk.services.apigatewayv2.IAccessLogSettings;
import software.amazon.awscdk.services.apigatewayv2.LogGroupLogDestination;
import software.amazon.awscdk.services.logs.LogGroup;

/** One line a request: what was answered, how fast, and why it was refused; nothing about who asked or what was said. */
final class AccessLog implements IAccessLogSettings {
    private static final Map<String, String> FIELDS = fields();

    private final LogGroup logs;

    AccessLog(LogGroup logs) {
        this.logs = logs;
    }

    @Override
    public IAccessLogDestination getDestination() {
        return new LogGroupLogDestination(logs);
    }

    @Override
    public AccessLogFormat getFormat() {
        return AccessLogFormat.custom(FIELDS.entrySet().stream()
                .map(field -> "\"" + field.getKey() + "\":\"$context." + field.getValue() + "\"")
                .collect(Collectors.joining(",", "{", "}")));
    }

    private static Map<String, String> fields() {
        Map<String, String> fields = new LinkedHashMap<>();
        fields.put("requestId", "requestId");
        fields.put("functionRequestId", "integration.requestId");
        fields.put("timeMillis", "requestTimeEpoch");
        fields.put("route", "routeKey");
        fields.put("status", "status");
        fields.put("latency", "responseLatency");
        fields.put("functionLatency", "integrationLatency");
        fields.put("responseLength", "responseLength");
        fields.put("authorizerError", "authorizer.error");
        fields.put("functionError", "integrationErrorMessage");
        fields.put("gatewayError", "error.responseType");
        return fields;
    }
}
