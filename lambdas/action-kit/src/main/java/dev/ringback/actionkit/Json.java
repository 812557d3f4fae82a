package dev.ringback.actionkit;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonSetter;
import com.fasterxml.jackson.annotation.Nulls;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.cfg.CoercionAction;
import com.fasterxml.jackson.databind.cfg.CoercionInputShape;
import com.fasterxml.jackson.databind.cfg.MutableCoercionConfig;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import com.fasterxml.jackson.databind.exc.ValueInstantiationException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.type.LogicalType;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** JSON as the API takes it: nothing is coerced, guessed or defaulted. */
final class Json {
    private final ObjectMapper mapper = strictMapper();
    private final Map<Class<?>, ObjectReader> readers = new HashMap<>();

    private static ObjectMapper strictMapper() {
        return JsonMapper.builder()
                .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
                .enable(DeserializationFeature.FAIL_ON_READING_DUP_TREE_KEY)
                .enable(DeserializationFeature.FAIL_ON_NULL_CREATOR_PROPERTIES)
                .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
                .enable(DeserializationFeature.FAIL_ON_NUMBERS_FOR_ENUMS)
                .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                .disable(DeserializationFeature.ACCEPT_FLOAT_AS_INT)
                .disable(MapperFeature.ALLOW_COERCION_OF_SCALARS)
                // Scalars for strings are not covered by the line above: 5 would become "5".
                .withCoercionConfig(LogicalType.Textual, Json::refuseScalars)
                .withCoercionConfig(
                        LogicalType.Enum,
                        config -> config.setCoercion(CoercionInputShape.EmptyString, CoercionAction.Fail))
                .defaultSetterInfo(JsonSetter.Value.forContentNulls(Nulls.FAIL))
                .defaultPropertyInclusion(including(JsonInclude.Include.NON_NULL))
                .withConfigOverride(
                        Optional.class, config -> config.setInclude(including(JsonInclude.Include.NON_EMPTY)))
                .addModule(new OptionalModule())
                .build();
    }

    private static void refuseScalars(MutableCoercionConfig config) {
        config.setCoercion(CoercionInputShape.Integer, CoercionAction.Fail)
                .setCoercion(CoercionInputShape.Float, CoercionAction.Fail)
                .setCoercion(CoercionInputShape.Boolean, CoercionAction.Fail);
    }

    private static JsonInclude.Value including(JsonInclude.Include what) {
        return JsonInclude.Value.construct(what, JsonInclude.Include.ALWAYS);
    }

    /** Finds out at the start, not at the first request, how the type is read. */
    void prepare(Class<? extends Record> type) {
        readers.put(type, mapper.readerFor(type));
    }

    JsonNode parse(byte[] body) {
        try {
            return mapper.readTree(body);
        } catch (MismatchedInputException e) {
            throw new InvalidRequestException(
                    "The body must be one JSON object, with no field twice and nothing after it.");
        } catch (IOException e) {
            throw new InvalidRequestException("The body is not valid JSON.");
        }
    }

    <Q extends Record> Q bind(ObjectNode fields, Class<Q> type) {
        try {
            return readers.get(type).readValue(fields);
        } catch (ValueInstantiationException e) {
            throw e.getCause() instanceof RuntimeException cause ? cause : new UncheckedIOException(e);
        } catch (JsonMappingException e) {
            throw new InvalidRequestException(BindingFault.of(e, fields).sentence());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    byte[] write(Object answer) {
        try {
            return mapper.writeValueAsBytes(answer);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }
}
