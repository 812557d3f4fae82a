package dev.ringback.local.appsync.resource;

import dev.ringback.local.appsync.execution.FieldResolver;
import dev.ringback.local.appsync.execution.Step;
import dev.ringback.local.stack.StackFailure;
import graphql.schema.FieldCoordinates;
import graphql.schema.GraphQLSchema;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Reads the resolvers of an API. */
final class ResolverReader {
    private static final int MOST_FUNCTIONS = 10;

    private final StepReader steps;
    private final Map<String, Step> functions;
    private final GraphQLSchema schema;

    /** @param functions by id */
    ResolverReader(StepReader steps, Map<String, Step> functions, GraphQLSchema schema) {
        this.steps = steps;
        this.functions = functions;
        this.schema = schema;
    }

    static FieldCoordinates coordinates(Part part) {
        return FieldCoordinates.coordinates(
                part.properties().text("TypeName"), part.properties().text("FieldName"));
    }

    /** {@code Query.getPerson} */
    static String field(Part part) {
        return coordinates(part).toString();
    }

    FieldResolver read(Part part) {
        FieldCoordinates field = coordinates(part);
        if (schema.getObjectType(field.getTypeName()) == null || schema.getFieldDefinition(field) == null) {
            throw new StackFailure("The schema has no field " + field + ".");
        }
        Properties properties = part.properties();
        String kind = properties.find("Kind").orElse("UNIT");
        return switch (kind) {
            case "UNIT" -> new FieldResolver.Unit(steps.step(field.toString(), properties));
            case "PIPELINE" -> pipeline(field, properties);
            default -> throw new StackFailure("The local runtime does not know the Kind " + kind + " of resolvers.");
        };
    }

    private FieldResolver pipeline(FieldCoordinates field, Properties properties) {
        List<String> ids =
                properties.part("PipelineConfig").only(Set.of("Functions")).texts("Functions");
        if (ids.size() > MOST_FUNCTIONS) {
            throw new StackFailure(field + " has " + ids.size() + " functions; AppSync takes " + MOST_FUNCTIONS + ".");
        }
        return new FieldResolver.Pipeline(
                steps.code(field.toString(), properties),
                ids.stream().map(this::function).toList());
    }

    private Step function(String id) {
        return Optional.ofNullable(functions.get(id))
                .orElseThrow(() -> new StackFailure("The API has no function " + id + "."));
    }
}
