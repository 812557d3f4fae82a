package dev.ringback.local.appsync.schema;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.ringback.local.stack.StackFailure;
import org.junit.jupiter.api.Test;

class SchemaReaderTest {
    private static final String MUTATION = "type Query { a: Int } type Mutation { put: Int  name: String! } ";

    @Test
    void knowsTheScalarsAndDirectivesThatAppSyncBrings() {
        assertThat(read("type Query @aws_iam { at: AWSDateTime @aws_cognito_user_pools(cognito_groups: [\"a\"]) }")
                        .getType("AWSDateTime"))
                .isNotNull();
    }

    @Test
    void letsASchemaDeclareThoseScalarsItself() {
        assertThat(read("scalar AWSDate type Query { on: AWSDate }").getType("AWSDate"))
                .isNotNull();
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
