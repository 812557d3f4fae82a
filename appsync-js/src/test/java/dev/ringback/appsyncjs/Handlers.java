package dev.ringback.appsyncjs;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.json.JsonReadFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.ringback.appsyncjs.Evaluation.Failed;
import dev.ringback.appsyncjs.Evaluation.Returned;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/** A running runtime whose clock stands still, for the tests of one class. */
final class Handlers implements AfterAllCallback {
    static final Instant NOW = Instant.parse("2026-03-04T05:06:07.089Z");

    private static final ObjectMapper JSON =
            JsonMapper.builder().enable(JsonReadFeature.ALLOW_SINGLE_QUOTES).build();

    final AppSyncJs runtime = AppSyncJs.start(Clock.fixed(NOW, ZoneOffset.UTC));

    /** Code whose request handler has this body, and whose response handler the same. */
    Code code(String body) {
        return runtime.compile("handlers.js", """
                import { util, runtime, extensions } from '@aws-appsync/utils';
                import * as ddb from '@aws-appsync/utils/dynamodb';
                export function request(ctx) {
                  %1$s
                }
                export function response(ctx) {
                  %1$s
                }
                """.formatted(body));
    }

    Evaluation request(String body, String ctx) {
        return code(body).request(object(ctx));
    }

    Evaluation response(String body, String ctx) {
        return code(body).response(object(ctx));
    }

    /** An expression comes to this value, written as JSON in single quotes, which read better here. */
    void gives(String expression, String value) {
        gives(expression, "{}", value);
    }

    void gives(String expression, String ctx, String value) {
        assertThat(value(expression, ctx).toString().replace('"', '\'')).isEqualTo(value);
    }

    void givesText(String expression, String text) {
        assertThat(textValue(expression)).isEqualTo(text);
    }

    void givesTextLike(String expression, String pattern) {
        assertThat(textValue(expression)).matches(pattern);
    }

    String textValue(String expression) {
        return value(expression, "{}").textValue();
    }

    private JsonNode value(String expression, String ctx) {
        return switch (request("return " + expression + ";", ctx).outcome()) {
            case Returned returned -> returned.value();
            case Evaluation.Outcome other -> throw new AssertionError(other);
        };
    }

    ResolverError failure(String body) {
        return failure(body, "{}");
    }

    ResolverError failure(String body, String ctx) {
        return ((Failed) request(body, ctx).outcome()).error();
    }

    static ObjectNode object(String json) {
        return (ObjectNode) read(json);
    }

    private static JsonNode read(String json) {
        try {
            return JSON.readTree(json);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(json, e);
        }
    }

    @Override
    public void afterAll(ExtensionContext context) {
        runtime.close();
    }
}
