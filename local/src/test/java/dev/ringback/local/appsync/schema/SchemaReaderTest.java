package dev.ringback.local.appsync.schema;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.ringback.appsyncschema.AppSyncSchema;
import dev.ringback.local.stack.StackFailure;
import graphql.schema.GraphQLScalarType;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SchemaReaderTest {
    private static final String MUTATION = "type Query { a: Int } type Mutation { put: Int  name: String! } ";

    @Test
    void knowsTheScalarsAndDirectivesThatAppSyncBrings() {
        assertThat(read("type Query @aws_iam { at: AWSDateTime @aws_cognito_user_pools(cognito_groups: [\"a\"]) }")
                        .getType("AWSDateTime"))
                .isNotNull();
    }

    @Test
    void runsEachScalarThatAppSyncBrings() {
        assertThat(AwsScalars.all())
                .extracting(GraphQLScalarType::getName)
                .containsExactlyInAnyOrderElementsOf(
                        AppSyncSchema.read("type Query { a: Int }").scalars().keySet().stream()
                                .filter(name -> name.startsWith("AWS"))
                                .toList());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "interface A { a: Int } interface Z implements A { a: Int }",
                "type Z { a: Int } extend type Z { b: Int }",
                "\"A type\" type Z { a: Int }",
                "enum Z { A # A value\n }"
            })
    void refusesWhatAppSyncDoes(String definition) {
        assertFaulty(definition + " type Query { a: Int }", "The schema is faulty at line 1: Z: ");
    }

    @Test
    void refusesAScalarThatAppSyncBrings() {
        assertFaulty(
                "scalar AWSDate type Query { on: AWSDate }",
                "The schema is faulty at line 1: AWSDate: AppSync brings this scalar along.");
    }

    @Test
    void saysWhatIsNoSchema() {
        assertFaulty("type Query {", "line");
    }

    @Test
    void saysWhichTypeIsMissing() {
        assertFaulty("type Query { thing: Thing }", "Thing");
    }

    @Test
    void saysWhichDirectiveIsUnknown() {
        assertFaulty("type Query { a: Int @model }", "model");
    }

    @Test
    void asksForQueries() {
        assertFaulty("type Mutation { a: Int }", "query");
    }

    @Test
    void saysWhichMutationASubscriptionFollowsInVain() {
        assertFaulty(
                MUTATION + "type Subscription { on: Int @aws_subscribe(mutations: [\"put\", \"drop\"]) }",
                "Subscription.on follows a mutation drop, which the schema does not have.");
    }

    @Test
    void refusesASubscriptionToAMutationOfAnotherType() {
        assertFaulty(
                MUTATION + "type Subscription { on: String @aws_subscribe(mutations: [\"put\"]) }",
                "Subscription.on gives another type than the mutation put, which it follows.");
    }

    @Test
    void letsASubscriptionBeNullWhereItsMutationIsNot() {
        assertThat(read(MUTATION + "type Subscription { on: String @aws_subscribe(mutations: [\"name\"]) }")
                        .getSubscriptionType())
                .isNotNull();
    }

    @Test
    void refusesASchemaThatIsTooLong() {
        assertFaulty("type Query { a: Int } # " + "x".repeat(1_000_000), "1 MB");
    }

    private static graphql.schema.GraphQLSchema read(String definition) {
        return SchemaReader.read(definition, true);
    }

    private static void assertFaulty(String definition, String message) {
        assertThatThrownBy(() -> read(definition))
                .isInstanceOf(StackFailure.class)
                .hasMessageContaining(message);
    }
}
