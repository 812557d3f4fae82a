package dev.ringback.local.appsync.schema;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import graphql.GraphQLContext;
import graphql.execution.CoercedVariables;
import graphql.language.StringValue;
import graphql.language.Value;
import graphql.schema.Coercing;
import graphql.schema.CoercingParseLiteralException;
import graphql.schema.CoercingParseValueException;
import graphql.schema.CoercingSerializeException;
import graphql.schema.GraphQLScalarType;
import java.util.Locale;
import java.util.Optional;

/** {@code AWSJSON}: a text on the wire, what it stands for inside resolvers. */
final class JsonScalar implements Coercing<Object, String> {
    private static final String FORM = "` as a valid JSON.";
    private static final ObjectMapper JSON = JsonMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    static GraphQLScalarType type() {
        return GraphQLScalarType.newScalar()
                .name("AWSJSON")
                .coercing(new JsonScalar())
                .build();
    }

    @Override
    public String serialize(Object value, GraphQLContext context, Locale locale) {
        try {
            // A text that is JSON already stays as it is.
            return value instanceof String text && read(text).isPresent() ? text : JSON.writeValueAsString(value);
        } catch (JsonProcessingException e) {
            throw new CoercingSerializeException("Unable to serialize `" + value + FORM);
        }
    }

    @Override
    public Object parseValue(Object value, GraphQLContext context, Locale locale) {
        return Optional.of(value)
                .filter(String.class::isInstance)
                .flatMap(text -> read((String) text))
                .orElseThrow(() -> new CoercingParseValueException("Unable to parse `" + value + FORM));
    }

    @Override
    public Object parseLiteral(Value<?> literal, CoercedVariables variables, GraphQLContext context, Locale locale) {
        return Optional.of(literal)
                .filter(StringValue.class::isInstance)
                .flatMap(text -> read(((StringValue) text).getValue()))
                .orElseThrow(() -> new CoercingParseLiteralException("Unable to parse `" + literal + FORM));
    }

    @Override
    public Value<?> valueToLiteral(Object value, GraphQLContext context, Locale locale) {
        return StringValue.of(serialize(value, context, locale));
    }

    private static Optional<Object> read(String text) {
        try {
            return Optional.ofNullable(JSON.readValue(text, Object.class));
        } catch (JsonProcessingException noJson) {
            return Optional.empty();
        }
    }
}
