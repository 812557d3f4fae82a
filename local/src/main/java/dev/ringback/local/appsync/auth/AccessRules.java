package dev.ringback.local.appsync.auth;

import dev.ringback.local.appsync.ApiCaller;
import graphql.schema.FieldCoordinates;
import graphql.schema.GraphQLFieldDefinition;
import graphql.schema.GraphQLObjectType;
import graphql.schema.GraphQLSchema;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/** Which fields of a schema a caller may ask for. */
public final class AccessRules {
    private static final String ACTION = "appsync:GraphQL";

    private final String apiArn;
    private final Map<FieldCoordinates, FieldAccess> fields = new HashMap<>();

    public AccessRules(GraphQLSchema schema, AuthModes modes, String apiArn) {
        this.apiArn = apiArn;
        for (var type : schema.getAllTypesAsList()) {
            if (type instanceof GraphQLObjectType object && !object.getName().startsWith("__")) {
                object.getFieldDefinitions()
                        .forEach(field ->
                                fields.put(FieldCoordinates.coordinates(object, field), access(object, field, modes)));
            }
        }
    }

    private static FieldAccess access(GraphQLObjectType type, GraphQLFieldDefinition field, AuthModes modes) {
        return FieldAccess.of(field.getAppliedDirectives(), modes)
                .or(() -> FieldAccess.of(type.getAppliedDirectives(), modes))
                .orElseGet(() -> FieldAccess.byDefault(modes));
    }

    public boolean isOpen(String type, String field, ApiCaller caller) {
        FieldAccess access = fields.get(FieldCoordinates.coordinates(type, field));
        return access != null && access.isOpenTo(AuthMode.of(caller), groups(caller)) && permits(caller, type, field);
    }

    private static Set<String> groups(ApiCaller caller) {
        Set<String> groups = new HashSet<>();
        caller.identity().path("groups").forEach(group -> groups.add(group.asText()));
        return groups;
    }

    private boolean permits(ApiCaller caller, String type, String field) {
        return !(caller instanceof ApiCaller.Signer signer)
                || signer.principal().allows(ACTION, apiArn + "/types/" + type + "/fields/" + field);
    }
}
