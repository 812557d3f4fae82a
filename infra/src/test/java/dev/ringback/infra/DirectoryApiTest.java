package dev.ringback.infra;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.ringback.infra.assembly.Assembly;
import dev.ringback.infra.assembly.Exports;
import dev.ringback.infra.assembly.StackTemplate;
import dev.ringback.infra.assembly.Synthesized;
import java.util.List;
import org.junit.jupiter.api.Test;

class DirectoryApiTest {
    private static final ObjectMapper JSON = new ObjectMapper();

    private final StackTemplate template;
    private final StackTemplate bare;
    private final Exports exports;
    private final JsonNode api;

    DirectoryApiTest(@Synthesized("full") Assembly full, @Synthesized("bare") Assembly bare) {
        this.template = full.template("Directory");
        this.bare = bare.template("Directory");
        this.exports = Exports.of(full);
        this.api = template.only("AWS::AppSync::GraphQLApi").path("Properties");
    }

    @Test
    void theApiIsNamedAfterTheEnvironment() {
        assertThat(api.path("Name").asText()).isEqualTo("ringback-full");
    }

    @Test
    void theApiIsOpenToUsers() {
        assertThat(api.path("AuthenticationType").asText()).isEqualTo("AMAZON_COGNITO_USER_POOLS");
        assertThat(api.at("/UserPoolConfig/DefaultAction").asText()).isEqualTo("ALLOW");
        assertThat(exports.text(api.at("/UserPoolConfig/UserPoolId"))).isEqualTo("${UserPool6BA7E5F2}");
    }

    @Test
    void tokensMustBeForTheMobileClient() {
        assertThat(exports.text(api.at("/UserPoolConfig/AppIdClientRegex"))).isEqualTo("^${MobileClientA77E8195}$");
    }

    @Test
    void theApiIsOpenToSignedRequestsWhereItsSchemaSaysSo() {
        assertThat(api.path("AdditionalAuthenticationProviders").toString())
                .isEqualTo("[{\"AuthenticationType\":\"AWS_IAM\"}]");
    }

    @Test
    void theSchemaIsToldOnlyWhereTheEnvironmentSaysSo() {
        assertThat(api.path("IntrospectionConfig").asText()).isEqualTo("DISABLED");
        assertThat(bare.only("AWS::AppSync::GraphQLApi")
                        .at("/Properties/IntrospectionConfig")
                        .asText())
                .isEqualTo("ENABLED");
    }

    @Test
    void aQueryIsNoDeeperThanDataNeeds() {
        assertThat(api.path("QueryDepthLimit").intValue()).isEqualTo(5);
    }

    @Test
    void aQueryMayBeAsDeepAsIntrospectionNeeds() {
        assertThat(bare.only("AWS::AppSync::GraphQLApi")
                        .at("/Properties/QueryDepthLimit")
                        .intValue())
                .isEqualTo(20);
    }

    @Test
    void oneRequestRunsFiveResolversAtMost() {
        assertThat(api.path("ResolverCountLimit").intValue()).isEqualTo(2);
    }

    @Test
    void requestsAreTraced() {
        assertThat(api.path("XrayEnabled").booleanValue()).isTrue();
    }

    @Test
    void onlyTheTableOfPeopleHasMetricsOfItsOwn() {
        assertThat(api.path("EnhancedMetricsConfig").toString())
                .isEqualTo("{\"DataSourceLevelMetricsBehavior\":\"PER_DATA_SOURCE_METRICS\","
                        + "\"OperationLevelMetricsConfig\":\"DISABLED\","
                        + "\"ResolverLevelMetricsBehavior\":\"PER_RESOLVER_METRICS\"}");
        assertThat(metered()).containsExactly("People");
    }

    @Test
    void errorsAreLoggedWithoutWhoAskedForWhat() {
        assertThat(api.at("/LogConfig/FieldLogLevel").asText()).isEqualTo("ERROR");
        assertThat(api.at("/LogConfig/ExcludeVerboseContent").booleanValue()).isTrue();
    }

    @Test
    void logsAreKeptAsLongAsTheEnvironmentSays() {
        JsonNode logs = template.only("AWS::Logs::LogGroup").path("Properties");
        assertThat(exports.text(logs.path("LogGroupName")))
                .matches("/aws/appsync/apis/\\$\\{ApiGraphqlApi\\w+\\.ApiId}");
        assertThat(logs.path("RetentionInDays").intValue()).isEqualTo(90);
    }

    @Test
    void appsAreToldWhereToAskAndWhereToSubscribe() {
        JsonNode outputs = template.json().path("Outputs");
        assertThat(exports.text(outputs.at("/GraphqlUrl/Value"))).matches("\\$\\{ApiGraphqlApi\\w+\\.GraphQLUrl}");
        assertThat(exports.text(outputs.at("/GraphqlRealtimeUrl/Value")))
                .matches("\\$\\{ApiGraphqlApi\\w+\\.RealtimeUrl}");
    }

    @Test
    void amplifyAppsAreToldWithWhomToSignInAndWhereToAsk() throws Exception {
        JsonNode told = JSON.readTree(exports.text(template.json().at("/Outputs/AmplifyOutputs/Value")));

        assertThat(told.path("version").asText()).isEqualTo("1.5");
        assertThat(told.at("/auth/user_pool_id").asText()).contains("UserPool");
        assertThat(told.at("/auth/user_pool_client_id").asText()).contains("MobileClient");
        assertThat(told.at("/data/url").asText()).matches("\\$\\{ApiGraphqlApi\\w+\\.GraphQLUrl}");
        assertThat(told.at("/data/default_authorization_type").asText()).isEqualTo("AMAZON_COGNITO_USER_POOLS");
    }

    @Test
    void noHiddenFunctionDoesTheDeploymentsWork() {
        assertThat(template.resources().values())
                .extracting(resource -> resource.path("Type").asText())
                .noneMatch(type -> type.startsWith("Custom::") || type.equals("AWS::Lambda::Function"));
    }

    private List<String> metered() {
        return template.resources("AWS::AppSync::DataSource").values().stream()
                .filter(source ->
                        source.at("/Properties/MetricsConfig").asText().equals("ENABLED"))
                .map(source -> source.at("/Properties/Name").asText())
                .toList();
    }
}
