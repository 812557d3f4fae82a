package dev.ringback.infra.directory;

import dev.ringback.appsyncschema.AppSyncSchema;
import dev.ringback.infra.SynthRefused;
import graphql.schema.GraphQLFieldDefinition;
import graphql.schema.GraphQLObjectType;
import graphql.schema.GraphQLSchema;
import graphql.schema.idl.UnExecutableSchemaGenerator;
import graphql.schema.idl.errors.SchemaProblem;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/** The schema, as far as it says which fields there are to resolve. */
record Schema(GraphQLSchema types) {
    private static final String LABEL = "graphql/schema.graphql";

    static Schema read(Path file) {
        try {
            return new Schema(
                    UnExecutableSchemaGenerator.makeUnExecutableSchema(AppSyncSchema.read(Handlers.text(LABEL, file))));
        } catch (SchemaProblem e) {
            throw new SynthRefused(AppSyncSchema.sentence(LABEL + " is not valid", e));
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
}
