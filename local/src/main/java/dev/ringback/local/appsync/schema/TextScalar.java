package dev.ringback.local.appsync.schema;

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
import java.util.function.Predicate;

/**
 * A text of some form.
 *
 * @param form what AppSync calls it in a refusal: {@code DateTime Object}
 */
record TextScalar(String form, Predicate<String> isValid) implements Coercing<String, String> {
    static GraphQLScalarType type(String name, String form, Predicate<String> isValid) {
        return GraphQLScalarType.newScalar()
                .name(name)
                .coercing(new TextScalar(form, isValid))
                .build();
    }

    @Override
    public String serialize(Object value, GraphQLContext context, Locale locale) {
        if (value instanceof String text && isValid.test(text)) {
            return text;
        }
        throw new CoercingSerializeException("Unable to serialize `" + value + "` as a valid " + form + ".");
    }

    @Override
    public String parseValue(Object value, GraphQLContext context, Locale locale) {
        if (value instanceof String text && isValid.test(text)) {
            return text;
        }
        throw new CoercingParseValueException("Unable to parse `" + value + "` as a valid " + form + ".");
    }

    @Override
    public String parseLiteral(Value<?> literal, CoercedVariables variables, GraphQLContext context, Locale locale) {
        if (literal instanceof StringValue text && isValid.test(text.getValue())) {
            return text.getValue();
        }
        throw new CoercingParseLiteralException("Unable to parse `" + literal + "` as a valid " + form + ".");
    }

    @Override
    public Value<?> valueToLiteral(Object value, GraphQLContext context, Locale locale) {
        return StringValue.of(value.toString());
    }
}
