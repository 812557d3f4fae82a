package dev.ringback.local.appsync.schema;

import graphql.GraphQLContext;
import graphql.execution.CoercedVariables;
import graphql.language.IntValue;
import graphql.language.Value;
import graphql.schema.Coercing;
import graphql.schema.CoercingParseLiteralException;
import graphql.schema.CoercingParseValueException;
import graphql.schema.CoercingSerializeException;
import graphql.schema.GraphQLScalarType;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.Locale;
import java.util.Optional;

/** {@code AWSTimestamp}: a whole number of 64 bits. */
final class TimestampScalar implements Coercing<Long, Long> {
    private static final String FORM = "` as a valid timestamp.";

    static GraphQLScalarType type() {
        return GraphQLScalarType.newScalar()
                .name("AWSTimestamp")
                .coercing(new TimestampScalar())
                .build();
    }

    @Override
    public Long serialize(Object value, GraphQLContext context, Locale locale) {
        return whole(value).orElseThrow(() -> new CoercingSerializeException("Unable to serialize `" + value + FORM));
    }

    @Override
    public Long parseValue(Object value, GraphQLContext context, Locale locale) {
        return whole(value).orElseThrow(() -> new CoercingParseValueException("Unable to parse `" + value + FORM));
    }

    @Override
    public Long parseLiteral(Value<?> literal, CoercedVariables variables, GraphQLContext context, Locale locale) {
        return Optional.of(literal)
                .filter(IntValue.class::isInstance)
                .flatMap(number -> whole(((IntValue) number).getValue()))
                .orElseThrow(() -> new CoercingParseLiteralException("Unable to parse `" + literal + FORM));
    }

    @Override
    public Value<?> valueToLiteral(Object value, GraphQLContext context, Locale locale) {
        return IntValue.newIntValue(BigInteger.valueOf((Long) value)).build();
    }

    private static Optional<Long> whole(Object value) {
        try {
            return value instanceof Number
                    ? Optional.of(new BigDecimal(value.toString()).longValueExact())
                    : Optional.empty();
        } catch (ArithmeticException | NumberFormatException notWhole) {
            return Optional.empty();
        }
    }
}
