package dev.ringback.appsyncjs;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DynamoDbExpressionsTest {
    @RegisterExtension
    static final Handlers handlers = new Handlers();

    @Test
    void writesAFilterAsText() {
        handlers.givesText(
                "util.transform.toDynamoDBFilterExpression({ title: { contains: 'Hello' } })",
                "{\"expression\":\"(contains(#title,:title_contains))\",\"expressionNames\":{\"#title\":\"title\"},"
                        + "\"expressionValues\":{\":title_contains\":{\"S\":\"Hello\"}}}");
    }

    @Test
    void writesAConditionAsText() {
        handlers.givesText(
                "util.transform.toDynamoDBConditionExpression("
                        + "{ id: { attributeExists: true }, version: { eq: 10 } })",
                "{\"expression\":\"(attribute_exists(#id)) AND (#version = :version_eq)\","
                        + "\"expressionNames\":{\"#id\":\"id\",\"#version\":\"version\"},"
                        + "\"expressionValues\":{\":version_eq\":{\"N\":10}}}");
    }

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '`',
            delimiter = '|',
            value = {
                "{ a: { eq: 1 } }                          | (#a = :a_eq)",
                "{ a: { ne: 1 } }                          | (#a <> :a_ne)",
                "{ a: { lt: 1 } }                          | (#a < :a_lt)",
                "{ a: { le: 1 } }                          | (#a <= :a_le)",
                "{ a: { gt: 1 } }                          | (#a > :a_gt)",
                "{ a: { ge: 1 } }                          | (#a >= :a_ge)",
                "{ a: { contains: 'x' } }                  | (contains(#a,:a_contains))",
                "{ a: { notContains: 'x' } }               | (NOT contains(#a,:a_notContains))",
                "{ a: { beginsWith: 'x' } }                | (begins_with(#a,:a_beginsWith))",
                "{ a: { between: [1, 2] } }                | (#a BETWEEN :a_between_1 AND :a_between_2)",
                "{ a: { in: [1, 2] } }                     | (#a IN (:a_in_0,:a_in_1))",
                "{ a: { attributeExists: true } }          | (attribute_exists(#a))",
                "{ a: { attributeExists: false } }         | (attribute_not_exists(#a))",
                "{ a: { attributeType: 'string' } }        | (attribute_type(#a,:a_attributeType))",
                "{ a: { size: { ge: 3 } } }                | (size(#a) >= :a_size_ge)",
                "{ a: { size: { between: [1, 2] } } }      | (size(#a) BETWEEN :a_size_between_1 AND :a_size_between_2)",
                "{ a: { gt: 1, lt: 9 } }                   | (#a > :a_gt) AND (#a < :a_lt)",
                "{ a: { eq: 1 }, b: { eq: 2 } }            | (#a = :a_eq) AND (#b = :b_eq)",
                "{ and: [{ a: { eq: 1 } }, { b: { eq: 2 } }] } | ((#a = :and_0_a_eq) AND (#b = :and_1_b_eq))",
                "{ or: [{ a: { eq: 1 } }, { a: { eq: 2 } }] }  | ((#a = :or_0_a_eq) OR (#a = :or_1_a_eq))",
                "{ or: [{ a: { eq: 1 } }] }                | (#a = :or_0_a_eq)",
                "{ or: { a: { eq: 1 } } }                  | (#a = :or_0_a_eq)",
                "{ not: { a: { eq: 1 } } }                 | (NOT (#a = :not_a_eq))",
                "{ not: { a: { eq: 1 }, b: { eq: 2 } } }   | (NOT ((#a = :not_a_eq) AND (#b = :not_b_eq)))",
                "{ a: { eq: 1 }, or: [{ b: { eq: 2 } }, { not: { c: { eq: 3 } } }] } | (#a = :a_eq) AND ((#b = :or_0_b_eq) OR (NOT (#c = :or_1_not_c_eq)))",
                "{ a: null, b: { eq: 2 } }                 | (#b = :b_eq)",
                "{ and: [], or: null, a: {} }              | ``",
            })
    void writesExpressions(String filter, String expression) {
        handlers.givesText(
                "JSON.parse(util.transform.toDynamoDBFilterExpression(%s)).expression".formatted(filter), expression);
    }

    @Test
    void namesTypesAsDynamoDbDoes() {
        handlers.gives(
                "JSON.parse(util.transform.toDynamoDBConditionExpression("
                        + "{ a: { attributeType: 'numberSet' } })).expressionValues",
                "{':a_attributeType':{'S':'NS'}}");
    }

    @Test
    void placesFieldsWhoseNamesAreNoWords() {
        handlers.gives(
                "JSON.parse(util.transform.toDynamoDBFilterExpression({ 'a-b': { eq: 1 } })).expressionNames",
                "{'#a_b':'a-b'}");
    }

    @Test
    void refusesAnUnknownOperator() {
        assertThat(handlers.failure("util.transform.toDynamoDBFilterExpression({ a: { like: 1 } });")
                        .message())
                .isEqualTo("handlers.js:4:3: TypeError: Unknown operator like on a");
    }
}
