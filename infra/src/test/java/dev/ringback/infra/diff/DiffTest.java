package dev.ringback.infra.diff;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.ringback.infra.assembly.Assembly;
import dev.ringback.infra.assembly.Synthesized;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What {@code ./ringback diff} says of templates that are broken in one way each. */
class DiffTest {
    private static final String CALLS = "Calls3682725C";
    private static final String ROUTE = "CallApiHttpApiPOSTapi56C10A38";
    private static final String ROLE = "CallApiFunctionRoleF63E8667";
    private static final String API = "ApiGraphqlApi7E3125EF";

    @TempDir
    private Path folder;

    private Comparison comparison;

    @BeforeEach
    void twoAlike(@Synthesized("full") Assembly full) {
        comparison = new Comparison(folder, full);
    }

    @Test
    void whatIsAlikeHurtsNobody() throws Exception {
        Comparison.Result result = comparison.run();
        assertThat(result.exitCode()).as(result.output()).isZero();
        assertThat(result.output())
                .contains("Stack Data\nThere were no differences")
                .endsWith(
                        "Verdict: nothing stateful is lost, no permission is wider, nothing is public that was not.\n");
    }

    @Test
    void anotherDifferenceIsShownAndHurtsNobody() throws Exception {
        comparison.properties("Push", "PushNotifierFunctionC9FDBCB7").put("MemorySize", 2048);
        Comparison.Result result = comparison.run();
        assertThat(result.exitCode()).as(result.output()).isZero();
        assertThat(result.output()).contains("PushNotifierFunctionC9FDBCB7", "MemorySize", "2048");
    }

    @Test
    void changesOfPermissionsAreShownOnce() throws Exception {
        statement("Calling", ROLE, "KeepDevices").put("Action", "dynamodb:*");
        assertThat(comparison.run().output()).containsOnlyOnce("IAM Statement Changes");
    }

    @Test
    void aTableUnderAnotherIdIsLost() throws Exception {
        ObjectNode resources = comparison.resources("Data");
        resources.set("CallLog11111111", resources.remove(CALLS));
        hurts("Data: Calls3682725C (AWS::DynamoDB::Table) leaves the stack and stays behind, unused");
    }

    @Test
    void aTableThatIsNotRetainedIsDeleted() throws Exception {
        ((ObjectNode) comparison.deployed().get("Data").at("/Resources/" + CALLS)).put("DeletionPolicy", "Delete");
        comparison.resources("Data").remove(CALLS);
        hurts("Data: Calls3682725C (AWS::DynamoDB::Table) is deleted");
    }

    @Test
    void aTableWithAnotherKeyIsReplaced() throws Exception {
        ((ObjectNode) comparison.properties("Data", CALLS).at("/KeySchema/0")).put("AttributeName", "id");
        hurts("Data: Calls3682725C (AWS::DynamoDB::Table) is replaced, because of KeySchema");
    }

    @Test
    void aSecretOfAnotherNameIsReplaced() throws Exception {
        comparison.properties("Data", "BandwidthSecret").put("Name", "other");
        hurts("Data: BandwidthSecret (AWS::SecretsManager::Secret) is replaced, because of Name");
    }

    @Test
    void aPoolThatIsReplacedTakesItsGroupAndClientAlong() throws Exception {
        ObjectNode resources = comparison.resources("Identity");
        resources.set("Pool22222222", resources.remove("UserPool6BA7E5F2"));
        comparison
                .properties("Identity", "MobileClientA77E8195")
                .putObject("UserPoolId")
                .put("Ref", "Pool22222222");
        Comparison.Result result = comparison.run();
        assertThat(result.exitCode()).isEqualTo(2);
        assertThat(result.findings())
                .contains("Identity: MobileClientA77E8195 (AWS::Cognito::UserPoolClient) is replaced,"
                        + " because of UserPoolId");
    }

    @Test
    void aStackThatIsNoMoreLosesWhatItHeld() throws Exception {
        comparison.synthesized().remove("Data");
        Comparison.Result result = comparison.run();
        assertThat(result.exitCode()).isEqualTo(2);
        assertThat(result.findings()).anyMatch(finding -> finding.startsWith("Data: " + CALLS));
    }

    @ParameterizedTest
    @CsvSource({
        "Data, Calls3682725C, AWS::DynamoDB::Table, DeletionPolicy",
        "Identity, UserPool6BA7E5F2, AWS::Cognito::UserPool, UpdateReplacePolicy"
    })
    void weakerProtectionIsNamed(String stack, String id, String type, String policy) throws Exception {
        ((ObjectNode) comparison.resources(stack).path(id)).put(policy, "Delete");
        hurts(stack + ": " + id + " (" + type + ") is less protected: " + policy + " was Retain");
    }

    @Test
    void aTypeThatNobodyHasJudgedCountsAsStateful() throws Exception {
        ((ObjectNode) comparison.deployed().get("Data").path("Resources"))
                .putObject("Cluster")
                .put("Type", "AWS::RDS::DBCluster");
        hurts("Data: Cluster (AWS::RDS::DBCluster) is deleted");
    }

    @Test
    void anotherActionIsWider() throws Exception {
        statement("Calling", ROLE, "KeepDevices")
                .putArray("Action")
                .add("dynamodb:GetItem")
                .add("dynamodb:Scan");
        hurts("Calling: ${CallApiFunctionRoleF63E8667} may do more: dynamodb:Scan on "
                + "${ringback-full-Data:ExportsOutputFnGetAttDeviceInfoE8C729C0Arn073117AD}");
    }

    @Test
    void aWildcardForAResourceIsWider() throws Exception {
        statement("Calling", ROLE, "KeepDevices")
                .put("Action", "dynamodb:GetItem")
                .put("Resource", "*");
        hurts("Calling: ${CallApiFunctionRoleF63E8667} may do more: dynamodb:GetItem on *");
    }

    @Test
    void aWildcardForActionsIsWider() throws Exception {
        statement("Push", "PushNotifierRoleECCC122A", "FreeDevices").put("Action", "dynamodb:*");
        assertThat(comparison.run().findings())
                .singleElement()
                .asString()
                .startsWith("Push: ${PushNotifierRoleECCC122A} may do more: dynamodb:* on ");
    }

    @Test
    void anotherPrincipalIsWider() throws Exception {
        ((ObjectNode) comparison
                        .properties("Push", "PushNotifierRoleECCC122A")
                        .at("/AssumeRolePolicyDocument/Statement/0"))
                .putObject("Principal")
                .put("AWS", "*");
        hurts("Push: ${PushNotifierRoleECCC122A} may do more: AWS *: sts:AssumeRole on ");
    }

    @Test
    void aManagedPolicyIsWider() throws Exception {
        comparison
                .properties("Push", "PushNotifierRoleECCC122A")
                .putArray("ManagedPolicyArns")
                .add("arn:aws:iam::aws:policy/AdministratorAccess");
        hurts("Push: ${PushNotifierRoleECCC122A} may do more: all that is in on"
                + " arn:aws:iam::aws:policy/AdministratorAccess");
    }

    @Test
    void anotherPolicyOfARoleIsWider() throws Exception {
        ObjectNode policy = comparison.resources("Push").putObject("Extra").put("Type", "AWS::IAM::Policy");
        ObjectNode properties = policy.putObject("Properties");
        properties.putArray("Roles").addObject().put("Ref", "PushNotifierRoleECCC122A");
        properties
                .putObject("PolicyDocument")
                .putArray("Statement")
                .addObject()
                .put("Effect", "Allow")
                .put("Action", "s3:GetObject")
                .put("Resource", "*");
        hurts("Push: ${PushNotifierRoleECCC122A} may do more: s3:GetObject on *");
    }

    @Test
    void lessIsNotWider() throws Exception {
        ((ArrayNode) comparison.properties("Calling", ROLE).at("/Policies/0/PolicyDocument/Statement")).remove(0);
        Comparison.Result result = comparison.run();
        assertThat(result.exitCode()).as(result.output()).isZero();
    }

    @Test
    void aNarrowerStatementIsNotWider() throws Exception {
        ((ObjectNode) comparison
                        .deployed()
                        .get("Calling")
                        .at("/Resources/" + ROLE + "/Properties/Policies/0/PolicyDocument/Statement/0"))
                .put("Action", "dynamodb:*")
                .put("Resource", "*");
        Comparison.Result result = comparison.run();
        assertThat(result.exitCode()).as(result.output()).isZero();
    }

    @Test
    void aConditionThatGoesIsWider() throws Exception {
        ((ObjectNode) comparison
                        .deployed()
                        .get("Push")
                        .at("/Resources/PushNotifierRoleECCC122A/Properties/AssumeRolePolicyDocument/Statement/0"))
                .putObject("Condition")
                .putObject("StringEquals")
                .put("aws:SourceAccount", "111111111111");
        hurts("Push: ${PushNotifierRoleECCC122A} may do more: Service lambda.amazonaws.com: sts:AssumeRole on ");
    }

    @Test
    void aDenialThatGoesIsWider() throws Exception {
        ObjectNode resources = comparison.resources("Push");
        String policy = resources.properties().stream()
                .filter(entry -> entry.getValue().path("Type").asText().equals("AWS::SQS::QueuePolicy"))
                .findFirst()
                .orElseThrow()
                .getKey();
        resources.remove(policy);
        Comparison.Result result = comparison.run();
        assertThat(result.exitCode()).isEqualTo(2);
        assertThat(result.findings())
                .singleElement()
                .asString()
                .startsWith("Push: ${" + policy + "} is denied less: AWS *: sqs:*");
    }

    @Test
    void aRouteWithoutAnAuthorizerIsPublic() throws Exception {
        comparison.properties("Calling", ROUTE).put("AuthorizationType", "NONE");
        hurts("Calling: " + ROUTE + " (AWS::ApiGatewayV2::Route) is public: POST /api has no authorizer");
    }

    @Test
    void aRouteThatWasPublicIsNotNamedAgain() throws Exception {
        ((ObjectNode) comparison.deployed().get("Calling").at("/Resources/" + ROUTE + "/Properties"))
                .put("AuthorizationType", "NONE");
        comparison.properties("Calling", ROUTE).put("AuthorizationType", "NONE");
        assertThat(comparison.run().exitCode()).isZero();
    }

    @Test
    void anApiKeyIsPublic() throws Exception {
        comparison.resources("Directory").putObject("Key").put("Type", "AWS::AppSync::ApiKey");
        hurts("Directory: Key (AWS::AppSync::ApiKey) is public: whoever has this API key may ask");
    }

    @Test
    void anApiThatTakesKeysIsPublic() throws Exception {
        ((ArrayNode) comparison.properties("Directory", API).path("AdditionalAuthenticationProviders"))
                .addObject()
                .put("AuthenticationType", "API_KEY");
        hurts(
                "Directory: " + API + " (AWS::AppSync::GraphQLApi) is public: whoever has its API key may ask",
                "Directory: " + API + " (AWS::AppSync::GraphQLApi) may let others in: what it takes as a sign-in has"
                        + " changed");
    }

    @Test
    void aFunctionUrlWithoutSignInIsPublic() throws Exception {
        comparison
                .resources("Calling")
                .putObject("Url")
                .put("Type", "AWS::Lambda::Url")
                .putObject("Properties")
                .put("AuthType", "NONE");
        hurts("Calling: Url (AWS::Lambda::Url) is public: its AuthType is NONE");
    }

    @Test
    void anAuthorizerOfOthersIsNamed() throws Exception {
        ((ArrayNode) comparison
                        .properties("Calling", "CallApiHttpApiUsers8F1511E9")
                        .at("/JwtConfiguration/Audience"))
                .add("another-app");
        hurts(
                "Calling: CallApiHttpApiUsers8F1511E9 (AWS::ApiGatewayV2::Authorizer) may let others in: what it takes as a"
                        + " sign-in has changed");
    }

    @Test
    void whereNothingIsDeployedAllIsNewAndHurtsNobody() throws Exception {
        comparison.deployed().clear();
        Comparison.Result result = comparison.run();
        assertThat(result.exitCode()).isZero();
        assertThat(result.output()).startsWith("Nothing is deployed yet: all of it is new.\n");
    }

    @Test
    void whatIsNoTemplateCannotBeCompared() throws Exception {
        Files.writeString(Files.createDirectory(folder.resolve("broken")).resolve("Data.template.json"), "Resources:");
        Comparison.Result result = Comparison.run(folder.resolve("broken"), folder.resolve("broken"));
        assertThat(result.exitCode()).isEqualTo(1);
        assertThat(result.output()).endsWith("Data.template.json is not a template in JSON\n");
    }

    private ObjectNode statement(String stack, String role, String sid) {
        ArrayNode statements =
                (ArrayNode) comparison.properties(stack, role).at("/Policies/0/PolicyDocument/Statement");
        return (ObjectNode) statements
                .valueStream()
                .filter(statement -> statement.path("Sid").asText().equals(sid))
                .findFirst()
                .orElseThrow();
    }

    private void hurts(String... findings) throws Exception {
        Comparison.Result result = comparison.run();
        assertThat(result.exitCode()).as(result.output()).isEqualTo(2);
        assertThat(result.findings()).containsExactly(findings);
        assertThat(result.output()).endsWith("Verdict: " + findings.length + " to confirm before this is deployed.\n");
    }
}
