package dev.ringback.local.appsync.dynamodb;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ExpressionTest {
    @ParameterizedTest
    @CsvSource({
        "#a = :a OR #b = :b, (#a = :a OR #b = :b)",
        "(#a = :a), (#a = :a)",
        "(#a = :a) OR (#b = :b), ((#a = :a) OR (#b = :b))",
        "((#a = :a) OR (#b = :b)), ((#a = :a) OR (#b = :b))",
        "attribute_exists(#a), (attribute_exists(#a))"
    })
    void getsOnePairOfParenthesesAsAnOperand(String text, String operand) {
        assertThat(Expression.of(text).asOperand()).isEqualTo(operand);
    }
}
