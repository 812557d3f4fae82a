package dev.ringback.local.appsync.resource;

import dev.ringback.local.appsync.api.AppSyncApis;
import dev.ringback.local.aws.Account;
import dev.ringback.local.stack.Provisioned;
import java.net.URI;
import java.util.Map;

/** What {@code Ref} and {@code Fn::GetAtt} give of the resources of APIs. */
record Addresses(Account account, String gatewayUrl) {
    String apiArn(String apiId) {
        return account.arn("appsync", "apis/" + apiId);
    }

    Provisioned api(String id) {
        String url = gatewayUrl + AppSyncApis.PREFIX + "/" + id + AppSyncApis.PATH;
        String host = URI.create(gatewayUrl).getAuthority();
        return new Provisioned(
                apiArn(id),
                Map.of(
                        "ApiId", id,
                        "Arn", apiArn(id),
                        "GraphQLUrl", url,
                        "GraphQLDns", host,
                        "GraphQLEndpointArn", account.arn("appsync", "endpoints/graphql-api/" + id),
                        // At another host than AWS's, clients look for it here.
                        "RealtimeUrl", url.replaceFirst("^http", "ws") + "/realtime",
                        "RealtimeDns", host));
    }

    Provisioned schema(String apiId) {
        String id = apiId + "GraphQLSchema";
        return new Provisioned(id, Map.of("Id", id));
    }

    Provisioned dataSource(String apiId, String name) {
        String arn = apiArn(apiId) + "/datasources/" + name;
        return new Provisioned(arn, Map.of("DataSourceArn", arn, "Name", name));
    }

    Provisioned function(String apiId, String id, String name, String dataSource) {
        String arn = apiArn(apiId) + "/functions/" + id;
        return new Provisioned(
                arn, Map.of("FunctionArn", arn, "FunctionId", id, "Name", name, "DataSourceName", dataSource));
    }

    Provisioned resolver(String apiId, String type, String field) {
        String arn = apiArn(apiId) + "/types/" + type + "/resolvers/" + field;
        return new Provisioned(arn, Map.of("ResolverArn", arn, "TypeName", type, "FieldName", field));
    }

    Provisioned key(String apiId, String id) {
        String arn = apiArn(apiId) + "/apikeys/" + id;
        return new Provisioned(arn, Map.of("Arn", arn, "ApiKey", id, "ApiKeyId", id));
    }
}
