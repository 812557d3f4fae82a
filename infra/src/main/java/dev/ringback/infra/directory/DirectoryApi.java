package dev.ringback.infra.directory;

import dev.ringback.infra.environment.Settings;
import dev.ringback.infra.function.Permission;
import dev.ringback.infra.identity.IdentityStack;
import io.github.cdklabs.cdknag.NagPackSuppression;
import io.github.cdklabs.cdknag.NagSuppressions;
import java.util.List;
import software.amazon.awscdk.services.appsync.AuthorizationConfig;
import software.amazon.awscdk.services.appsync.AuthorizationMode;
import software.amazon.awscdk.services.appsync.AuthorizationType;
import software.amazon.awscdk.services.appsync.CfnGraphQLApi;
import software.amazon.awscdk.services.appsync.DataSourceLevelMetricsBehavior;
import software.amazon.awscdk.services.appsync.Definition;
import software.amazon.awscdk.services.appsync.EnhancedMetricsConfig;
import software.amazon.awscdk.services.appsync.GraphqlApi;
import software.amazon.awscdk.services.appsync.IntrospectionConfig;
import software.amazon.awscdk.services.appsync.OperationLevelMetricsConfig;
import software.amazon.awscdk.services.appsync.ResolverLevelMetricsBehavior;
import software.amazon.awscdk.services.appsync.UserPoolConfig;
import software.amazon.awscdk.services.appsync.UserPoolDefaultAction;
import software.amazon.awscdk.services.iam.Policy;
import software.amazon.awscdk.services.iam.Role;
import software.amazon.awscdk.services.iam.ServicePrincipal;
import software.amazon.awscdk.services.logs.LogGroup;
import software.constructs.Construct;

/** The GraphQL API itself: who may use it, how much one request may ask for, and what is logged of it. */
final class DirectoryApi extends Construct {
    /** DataStore's queries have three levels: a connection, its items, their fields. */
    private static final int DEPTH = 5;
    /** The usual introspection query has fifteen, most of them to unwrap lists of lists. */
    private static final int DEPTH_WITH_INTROSPECTION = 20;
    /** Only the fields of an operation have resolvers, and apps ask for one at a time; each more could read 1000 people. */
    private static final int RESOLVERS_A_REQUEST = 2;

    private final GraphqlApi api;

    DirectoryApi(Construct scope, String id, DirectoryStack.Props props) {
        super(scope, id);
        Settings settings = props.settings();
        boolean introspection = settings.directory().introspection();
        api = GraphqlApi.Builder.create(this, "GraphqlApi")
                .name(settings.prefix())
                .definition(Definition.fromFile(props.code().schema().toString()))
                .authorizationConfig(AuthorizationConfig.builder()
                        .defaultAuthorization(usersOf(props.identity()))
                        .additionalAuthorizationModes(List.of(AuthorizationMode.builder()
                                .authorizationType(AuthorizationType.IAM)
                                .build()))
                        .build())
                .introspectionConfig(introspection ? IntrospectionConfig.ENABLED : IntrospectionConfig.DISABLED)
                .queryDepthLimit(introspection ? DEPTH_WITH_INTROSPECTION : DEPTH)
                .resolverCountLimit(RESOLVERS_A_REQUEST)
                .xrayEnabled(true)
                .enhancedMetricsConfig(metrics())
                .build();
        logTo(settings);
    }

    GraphqlApi api() {
        return api;
    }

    /** {@code wss://….appsync-realtime-api.<region>.amazonaws.com/graphql}. */
    String realtimeUrl() {
        return resource().getAttrRealtimeUrl();
    }

    // Id tokens name the client in aud, access tokens in client_id; AppSync compares whichever there is.
    private static AuthorizationMode usersOf(IdentityStack identity) {
        return AuthorizationMode.builder()
                .authorizationType(AuthorizationType.USER_POOL)
                .userPoolConfig(UserPoolConfig.builder()
                        .userPool(identity.userPool())
                        .appIdClientRegex("^" + identity.mobileClient().getUserPoolClientId() + "$")
                        .defaultAction(UserPoolDefaultAction.ALLOW)
                        .build())
                .build();
    }

    // Each metric is paid by the month. A data source has three, which tell whether the table is slow or failing; a
    // resolver would add five, and operations are named by clients, so there could be any number of them.
    private static EnhancedMetricsConfig metrics() {
        return EnhancedMetricsConfig.builder()
                .dataSourceLevelMetricsBehavior(DataSourceLevelMetricsBehavior.PER_DATA_SOURCE_METRICS)
                .resolverLevelMetricsBehavior(ResolverLevelMetricsBehavior.PER_RESOLVER_METRICS)
                .operationLevelMetricsConfig(OperationLevelMetricsConfig.DISABLED)
                .build();
    }

    // The construct's own log setting would come with a managed policy and a function that sets the retention. The
    // policy is apart from the role, since the group's name needs the API and the API needs the role.
    private void logTo(Settings settings) {
        Role role = Role.Builder.create(this, "LogRole")
                .assumedBy(new ServicePrincipal("appsync.amazonaws.com"))
                .build();
        resource()
                .setLogConfig(CfnGraphQLApi.LogConfigProperty.builder()
                        .cloudWatchLogsRoleArn(role.getRoleArn())
                        .fieldLogLevel("ERROR")
                        .excludeVerboseContent(true)
                        .build());
        NagSuppressions.addResourceSuppressions(
                resource(),
                List.of(NagPackSuppression.builder()
                        .id("AwsSolutions-ASC3")
                        .reason(
                                "The rule asks for verbose content, which has the headers of requests, tokens among them,"
                                        + " and the names of people. Requests are logged without it; what AppSync logs of an error"
                                        + " may hold the item that a conflict answers with.")
                        .build()));
        LogGroup logs = LogGroup.Builder.create(this, "Logs")
                .logGroupName("/aws/appsync/apis/" + api.getApiId())
                .retention(settings.logRetention())
                .removalPolicy(settings.removalPolicy())
                .build();
        Policy.Builder.create(this, "LogPolicy")
                .roles(List.of(role))
                .statements(List.of(Permission.to("WriteOwnLogs")
                        .allow("logs:CreateLogStream", "logs:PutLogEvents")
                        .on(logs.getLogGroupArn())))
                .build();
    }

    private CfnGraphQLApi resource() {
        return (CfnGraphQLApi) api.getNode().getDefaultChild();
    }
}
