package dev.ringback.local.appsync.execution;

import dev.ringback.local.appsync.auth.AccessRules;
import dev.ringback.local.appsync.auth.Authenticator;
import graphql.schema.FieldCoordinates;
import graphql.schema.GraphQLSchema;
import java.util.Map;

/**
 * All that makes an API what it is.
 *
 * @param resolvers by the fields they answer
 * @param environment {@code ctx.env}
 */
public record ApiDefinition(
        GraphQLSchema schema,
        Authenticator authenticator,
        AccessRules access,
        Map<FieldCoordinates, FieldResolver> resolvers,
        Map<String, String> environment,
        Limits limits) {}
