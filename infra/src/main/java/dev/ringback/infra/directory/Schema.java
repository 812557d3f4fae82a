package dev.ringback.infra.directory;

import dev.ringback.infra.SynthRefused;
import graphql.GraphQLError;
import graphql.language.SourceLocation;
import graphql.schema.GraphQLFieldDefinition;
import graphql.schema.GraphQLObjectType;
import graphql.schema.GraphQLSchema;
import graphql.schema.idl.SchemaParser;
import graphql.schema.idl.TypeDefinitionRegistry;
import graphql.schema.idl.UnExecutableSchemaGenerator;
import graphql.schema.idl.errors.SchemaProblem;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/** The schema, as far as it says which fields there are to resolve. */
record Schema(GraphQLSchema types) {
    private static final String LABEL = "graphql/schema.graphql";

    /** What AppSync adds to every schema. */
    private static final String OF_APPSYNC = """
            scalar AWSDate
            scalar AWSTime
            scalar AWSDateTime
            scalar AWSTimestamp
            scalar AWSEmail
            scalar AWSJSON
            scalar AWSURL
            scalar AWSPhone
            scalar AWSIPAddress
            directive @aws_subscribe(mutations: [String!]!) on FIELD_DEFINITION
            directive @aws_api_key on OBJECT | FIELD_DEFINITION
            directive @aws_iam on OBJECT | FIELD_DEFINITION
            directive @aws_oidc on OBJECT | FIELD_DEFINITION
            directive @aws_lambda on OBJECT | FIELD_DEFINITION
            directive @aws_cognito_user_pools(cognito_groups: [String!]) on OBJECT | FIELD_DEFINITION
            directive @aws_auth(cognito_groups: [String!]) on OBJECT | FIELD_DEFINITION
            """;

    static Schema read(Path file) {
        try {
            TypeDefinitionRegistry registry = new SchemaParser().parse(Handlers.text(LABEL, file));
            registry.merge(new SchemaParser().parse(OF_APPSYNC));
            return new Schema(UnExecutableSchemaGenerator.makeUnExecutableSchema(registry));
        } catch (SchemaProblem e) {
            throw refused(e.getErrors().getFirst());
        }
    }

    void refuseUnknown(FieldResolver resolver) {
        String label = resolver.handlers().label();
        if (!(types.getType(resolver.type()) instanceof GraphQLObjectType type)) {
            throw new SynthRefused(label + ": " + LABEL + " has no type " + resolver.type() + ".");
        }
        if (type.getFieldDefinition(resolver.field()) == null) {
            throw new SynthRefused(label + ": the type " + resolver.type() + " of " + LABEL + " has no field "
                    + resolver.field() + ".");
        }
    }

    /** Refuses if one of what clients may ask for, {@code Query.getPerson}, is not among the resolved. */
    void refuseUnresolved(List<FieldResolver> resolvers) {
        operations()
                .filter(operation -> resolvers.stream()
                        .noneMatch(resolver -> resolver.handlers().name().equals(operation)))
                .findFirst()
                .ifPresent(operation -> {
                    throw new SynthRefused(operation + " of " + LABEL
                            + " has no resolver; it belongs into graphql/resolvers/" + operation + ".js.");
                });
    }

    private Stream<String> operations() {
        return Stream.of(types.getQueryType(), types.getMutationType(), types.getSubscriptionType())
                .filter(Objects::nonNull)
                .flatMap(type -> type.getFieldDefinitions().stream()
                        .map(GraphQLFieldDefinition::getName)
                        .map(field -> type.getName() + "." + field));
    }

    private static SynthRefused refused(GraphQLError error) {
        List<SourceLocation> places = Objects.requireNonNullElse(error.getLocations(), List.of());
        String line = places.isEmpty() ? "" : " at line " + places.getFirst().getLine();
        return new SynthRefused(LABEL + " is not valid" + line + ": " + error.getMessage() + ".");
    }
}
