package dev.ringback.infra;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ringback.appsyncschema.AppSyncSchema;
import dev.ringback.infra.assembly.Assembly;
import dev.ringback.infra.assembly.Synthesized;
import graphql.schema.GraphQLAppliedDirective;
import graphql.schema.GraphQLDirectiveContainer;
import graphql.schema.GraphQLFieldDefinition;
import graphql.schema.GraphQLObjectType;
import graphql.schema.GraphQLSchema;
import graphql.schema.idl.UnExecutableSchemaGenerator;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** To whom the deployed schema opens what: a field's directives, else its type's, else users alone. */
class DirectoryAccessTest {
    private static final String USERS = "aws_cognito_user_pools";
    private static final String FUNCTIONS = "aws_iam";

    private final GraphQLSchema schema;

    DirectoryAccessTest(@Synthesized("full") Assembly full) {
        this.schema = UnExecutableSchemaGenerator.makeUnExecutableSchema(AppSyncSchema.read(full.template("Directory")
                .only("AWS::AppSync::GraphQLSchema")
                .at("/Properties/Definition")
                .asText()));
    }

    @Test
    void theBackendsOwnFunctionsMayAskForTheseAlone() {
        assertThat(operations().filter(field -> isOpen(field, FUNCTIONS)).map(Operation::name))
                .containsExactlyInAnyOrder(
                        "Query.getPerson",
                        "Query.listPeople",
                        "Query.syncPeople",
                        "Query.searchPeople",
                        "Mutation.updatePerson",
                        "Mutation.deletePerson",
                        "Mutation.publishCallEvent");
    }

    @Test
    void usersMayAskForEverythingButToPublish() {
        assertThat(operations().filter(field -> !isOpen(field, USERS)).map(Operation::name))
                .containsExactly("Mutation.publishCallEvent");
    }

    @Test
    void usersAndFunctionsReadTheFieldsOfTheseTypesAlike() {
        assertThat(Stream.of("Person", "ModelPersonConnection", "CallEvent")
                        .map(schema::getObjectType)
                        .map(DirectoryAccessTest::modes))
                .containsOnly(List.of(USERS, FUNCTIONS));
        assertThat(schema.getAllTypesAsList())
                .filteredOn(type -> type instanceof GraphQLObjectType object
                        && !modes(object).isEmpty())
                .hasSize(3);
    }

    private boolean isOpen(Operation operation, String mode) {
        List<String> modes = modes(operation.field());
        return modes.isEmpty() ? mode.equals(USERS) : modes.contains(mode);
    }

    private Stream<Operation> operations() {
        return Stream.of(schema.getQueryType(), schema.getMutationType(), schema.getSubscriptionType())
                .flatMap(type -> type.getFieldDefinitions().stream().map(field -> new Operation(type, field)));
    }

    private static List<String> modes(GraphQLDirectiveContainer place) {
        return place.getAppliedDirectives().stream()
                .map(GraphQLAppliedDirective::getName)
                .filter(Set.of(USERS, FUNCTIONS, "aws_api_key", "aws_oidc", "aws_lambda", "aws_auth")::contains)
                .toList();
    }

    private record Operation(GraphQLObjectType type, GraphQLFieldDefinition field) {
        String name() {
            return type.getName() + "." + field.getName();
        }
    }
}
