package dev.ringback.local.appsync.resource;

import dev.ringback.local.appsync.DataSource;
import dev.ringback.local.appsync.auth.AccessRules;
import dev.ringback.local.appsync.execution.ApiDefinition;
import dev.ringback.local.appsync.execution.FieldResolver;
import dev.ringback.local.appsync.execution.Limits;
import dev.ringback.local.appsync.execution.Step;
import dev.ringback.local.appsync.schema.SchemaReader;
import dev.ringback.local.aws.Account;
import dev.ringback.local.stack.ResourceDeclaration;
import dev.ringback.local.stack.StackFailure;
import graphql.schema.FieldCoordinates;
import graphql.schema.GraphQLSchema;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Puts APIs together from their resources. */
final class Assembler {
    private final Account account;
    private final Addresses addresses;
    private final Surroundings surroundings;
    private final AuthReader auth;

    Assembler(Account account, Addresses addresses, Surroundings surroundings) {
        this.account = account;
        this.addresses = addresses;
        this.surroundings = surroundings;
        this.auth = new AuthReader(account, surroundings);
    }

    /** The APIs by their ids. */
    Map<String, ApiDefinition> assemble(List<ResourceDeclaration> declarations) {
        List<Part> parts = declarations.stream().map(Part::of).toList();
        Map<String, ApiDefinition> definitions = new LinkedHashMap<>();
        parts.stream()
                .filter(part -> part.type() == ResourceType.API)
                .forEach(api -> definitions.put(api.apiId(), definition(ApiParts.of(api, parts))));
        parts.forEach(part -> part.make(one -> {
            if (!definitions.containsKey(one.apiId())) {
                throw new StackFailure("There is no API " + one.apiId() + ".");
            }
            return one;
        }));
        return definitions;
    }

    private ApiDefinition definition(ApiParts parts) {
        GraphQLSchema schema = schema(parts);
        AuthReader.Auth modes = parts.api().make(api -> auth.read(api.properties(), parts));
        return new ApiDefinition(
                schema,
                modes.authenticator(),
                new AccessRules(
                        schema, modes.modes(), addresses.apiArn(parts.api().apiId())),
                resolvers(parts, schema),
                environment(parts.api().properties()),
                parts.api().make(api -> limits(api.properties())));
    }

    private static GraphQLSchema schema(ApiParts parts) {
        List<Part> schemas = parts.all(ResourceType.SCHEMA);
        if (schemas.size() != 1) {
            return parts.api().make(api -> {
                throw new StackFailure("The API has " + schemas.size() + " schemas.");
            });
        }
        boolean introspection = parts.api()
                .properties()
                .find("IntrospectionConfig")
                .orElse("ENABLED")
                .equals("ENABLED");
        return schemas.getFirst()
                .make(schema -> SchemaReader.read(schema.properties().text("Definition"), introspection));
    }

    private Map<FieldCoordinates, FieldResolver> resolvers(ApiParts parts, GraphQLSchema schema) {
        DataSourceReader sources = new DataSourceReader(
                surroundings, account, addresses.apiArn(parts.api().apiId()));
        Map<String, DataSource> dataSources =
                parts.byName(ResourceType.DATA_SOURCE, part -> part.properties().text("Name"), sources::read);
        StepReader steps = new StepReader(surroundings.compiler(), dataSources);
        Map<String, Step> functions =
                parts.byName(ResourceType.FUNCTION, part -> part.declaration().physicalId(), steps::function);
        ResolverReader resolvers = new ResolverReader(steps, functions, schema);
        Map<FieldCoordinates, FieldResolver> byField = new HashMap<>();
        parts.byName(ResourceType.RESOLVER, ResolverReader::field, part -> part)
                .values()
                .forEach(part -> byField.put(ResolverReader.coordinates(part), part.make(resolvers::read)));
        return Map.copyOf(byField);
    }

    private static Map<String, String> environment(Properties api) {
        Map<String, String> variables = new HashMap<>();
        api.part("EnvironmentVariables")
                .node()
                .properties()
                .forEach(variable ->
                        variables.put(variable.getKey(), variable.getValue().asText()));
        return Map.copyOf(variables);
    }

    private static Limits limits(Properties api) {
        api.expect("Visibility", "GLOBAL");
        api.expect("ApiType", "GRAPHQL");
        return new Limits(api.number("QueryDepthLimit"), api.number("ResolverCountLimit"));
    }
}
