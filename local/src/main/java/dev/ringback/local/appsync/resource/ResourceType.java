package dev.ringback.local.appsync.resource;

import dev.ringback.local.stack.ResourceDeclaration;
import dev.ringback.local.stack.StackFailure;
import java.util.Arrays;
import java.util.Set;
import java.util.stream.Collectors;

/** The resources that APIs are made of, each with the properties that are known of it. */
enum ResourceType {
    /** Those from XrayEnabled on have no local effect. */
    API(
            "GraphQLApi",
            "Name",
            "AuthenticationType",
            "UserPoolConfig",
            "AdditionalAuthenticationProviders",
            "IntrospectionConfig",
            "QueryDepthLimit",
            "ResolverCountLimit",
            "EnvironmentVariables",
            "Visibility",
            "ApiType",
            "XrayEnabled",
            "LogConfig",
            "EnhancedMetricsConfig",
            "OwnerContact",
            "Tags"),
    SCHEMA("GraphQLSchema", "ApiId", "Definition"),
    DATA_SOURCE(
            "DataSource", "ApiId", "Name", "Type", "ServiceRoleArn", "DynamoDBConfig", "Description", "MetricsConfig"),
    FUNCTION(
            "FunctionConfiguration",
            "ApiId",
            "Name",
            "DataSourceName",
            "Code",
            "Runtime",
            "SyncConfig",
            "MaxBatchSize",
            "Description"),
    RESOLVER(
            "Resolver",
            "ApiId",
            "TypeName",
            "FieldName",
            "Kind",
            "DataSourceName",
            "PipelineConfig",
            "Code",
            "Runtime",
            "SyncConfig",
            "MaxBatchSize",
            "MetricsConfig"),
    KEY("ApiKey", "ApiId", "ApiKeyId", "Expires", "Description");

    private static final String PREFIX = "AWS::AppSync::";

    private final String type;
    private final Set<String> properties;

    ResourceType(String name, String... properties) {
        this.type = PREFIX + name;
        this.properties = Set.of(properties);
    }

    static Set<String> names() {
        return Arrays.stream(values()).map(kind -> kind.type).collect(Collectors.toSet());
    }

    static ResourceType of(ResourceDeclaration declaration) {
        return Arrays.stream(values())
                .filter(kind -> kind.type.equals(declaration.type()))
                .findFirst()
                .orElseThrow(() -> new StackFailure(declaration.type() + " is no part of an API."));
    }

    /** @throws StackFailure for a property that would have no effect here though it has one in AWS */
    Properties read(ResourceDeclaration declaration) {
        return new Properties(type, declaration.properties()).only(properties);
    }
}
