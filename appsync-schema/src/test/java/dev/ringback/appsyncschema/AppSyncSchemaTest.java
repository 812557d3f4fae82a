package dev.ringback.appsyncschema;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import graphql.schema.idl.errors.SchemaProblem;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AppSyncSchemaTest {
    @Test
    void hasWhatAppSyncAddsToEachSchema() {
        var types = AppSyncSchema.read("type Query { at: AWSDateTime @aws_iam }");
        assertThat(types.scalars()).containsKeys("AWSDate", "AWSTimestamp");
        assertThat(types.getDirectiveDefinition("aws_subscribe")).isPresent();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            interface A { id: ID }\\ninterface B implements A { id: ID } | 2: B: in AppSync an interface cannot implement another.
            type A { id: ID }\\nextend type A { name: ID }               | 2: A: AppSync takes no extensions.
            extend schema @aws_iam                                       | 1: schema: AppSync takes no extensions.
            \\nscalar AWSDate                                            | 2: AWSDate: AppSync brings this scalar along.
            directive @aws_iam on OBJECT                                 | 1: @aws_iam: AppSync brings this directive along.
            """)
    void refusesWhatAppSyncDoes(String schema, String sentence) {
        assertRefused(schema, sentence);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            "Text" type A { id: ID }                         | A
            \"""Text\""" type A { id: ID }                   | A
            type A { "Text" id: ID }                         | A.id
            type A { get("Text" id: ID): ID }                | A.get.id
            input A { "Text" id: ID }                        | A.id
            "Text" scalar A                                  | A
            "Text" union A = Query                           | A
            "Text" schema { query: Query }                   | schema
            "Text" enum A { B }                              | A
            directive @a("Text" of: ID) on OBJECT            | a.of
            """)
    void refusesADescription(String schema, String described) {
        assertRefused(schema, "1: " + described + ": AppSync may refuse descriptions; write comments (#).");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "enum A {\n  # Text\n  B\n}",
                "enum A { B # Text\n}",
                "enum A {\r\n  B @deprecated(reason: \"}\")\r\n  # Text\r\n}",
                "enum A @a(b: \"{ # \\\" }\") { B # Text\n}",
                "enum A { \"Text\" B }"
            })
    void refusesACommentOrDescriptionInsideAnEnum(String schema) {
        assertRefused(
                schema,
                "1: A: AppSync may refuse comments and descriptions inside an enum; write one comment above it.");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "# Text\nenum A { B } # Text\n# null",
                "enum A { B @deprecated(reason: \"# no comment\") }",
                "enum A { B } enum C { D } type E {\n # Text\n id: ID # Text\n }",
                "# {\nenum A\n# Text\n{ B }"
            })
    void takesOtherComments(String schema) {
        assertThat(AppSyncSchema.read(schema).types()).containsKey("A");
    }

    @Test
    void takesDefaultsThatAreStrings() {
        assertThat(AppSyncSchema.read("type Query { a(of: String = \"\"\"#\"\"\"): ID }")
                        .types())
                .containsKey("Query");
    }

    @Test
    void saysWhereItIsNoGraphQl() {
        assertThatExceptionOfType(SchemaProblem.class)
                .isThrownBy(() -> AppSyncSchema.read("type Query {\n a: }"))
                .satisfies(problem ->
                        assertThat(AppSyncSchema.sentence("It is bad", problem)).startsWith("It is bad at line 2: "));
    }

    private static void assertRefused(String schema, String sentence) {
        assertThatExceptionOfType(SchemaProblem.class)
                .isThrownBy(() -> AppSyncSchema.read(schema.replace("\\n", "\n")))
                .satisfies(problem -> assertThat(AppSyncSchema.sentence("The schema is faulty", problem))
                        .isEqualTo("The schema is faulty at line " + sentence));
    }
}
