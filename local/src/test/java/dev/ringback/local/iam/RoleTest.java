package dev.ringback.local.iam;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.ringback.local.aws.Account;
import dev.ringback.local.stack.ResourceDeclaration;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class RoleTest {
    private static final String TABLE = "arn:aws:dynamodb:us-east-1:000000000000:table/Calls";

    private final Roles roles = new Roles();
    private final IamProvider provider = new IamProvider(Account.DEFAULT, roles);

    @Test
    void allowsNothingWithoutAPolicy() {
        assertThat(with("[]").allows("dynamodb:GetItem", TABLE)).isFalse();
    }

    @Test
    void allowsTheActionOnTheResource() {
        Principal principal = with(allow("\"dynamodb:GetItem\"", TABLE));

        assertThat(principal.allows("dynamodb:GetItem", TABLE)).isTrue();
        assertThat(principal.allows("dynamodb:PutItem", TABLE)).isFalse();
        assertThat(principal.allows("dynamodb:GetItem", TABLE + "2")).isFalse();
    }

    @Test
    void understandsWildcards() {
        Principal principal = with(allow("[\"dynamodb:*Item\", \"s3:Get?bject\"]", "arn:aws:dynamodb:*:*:table/C*s"));

        assertThat(principal.allows("dynamodb:PutItem", TABLE)).isTrue();
        assertThat(principal.allows("s3:GetObject", TABLE)).isTrue();
        assertThat(principal.allows("dynamodb:Query", TABLE)).isFalse();
    }

    @Test
    void comparesActionsWithoutRegardToCase() {
        assertThat(with(allow("\"DynamoDB:getitem\"", TABLE)).allows("dynamodb:GetItem", TABLE))
                .isTrue();
    }

    @Test
    void letsARefusalWin() {
        Principal principal = with("[" + statement("Allow", "\"Action\": \"*\", \"Resource\": \"*\"") + ","
                + statement("Deny", "\"Action\": \"dynamodb:DeleteItem\", \"Resource\": \"*\"") + "]");

        assertThat(principal.allows("dynamodb:GetItem", TABLE)).isTrue();
        assertThat(principal.allows("dynamodb:DeleteItem", TABLE)).isFalse();
    }

    @Test
    void understandsWhatIsAllButSome() {
        Principal principal =
                with("[" + statement("Allow", "\"NotAction\": \"iam:*\", \"NotResource\": \"arn:aws:s3:::*\"") + "]");

        assertThat(principal.allows("dynamodb:GetItem", TABLE)).isTrue();
        assertThat(principal.allows("iam:PassRole", TABLE)).isFalse();
        assertThat(principal.allows("s3:GetObject", "arn:aws:s3:::bucket")).isFalse();
    }

    @Test
    void judgesConditionsItKnows() {
        assertThat(with("[" + onlyIfSecure("true") + "]").allows("sqs:SendMessage", "q"))
                .isTrue();
    }

    @Test
    void allowsNothingWhoseConditionDoesNotHold() {
        assertThat(with("[" + onlyIfSecure("false") + "]").allows("sqs:SendMessage", "q"))
                .isFalse();
    }

    private static String onlyIfSecure(String secure) {
        return statement(
                "Allow",
                "\"Action\": \"*\", \"Resource\": \"*\", \"Condition\": {\"Bool\": {\"aws:SecureTransport\": \""
                        + secure + "\"}}");
    }

    @Test
    void stopsAtAConditionItDoesNotKnow() {
        assertThatThrownBy(() -> with("["
                        + statement(
                                "Allow",
                                "\"Action\": \"*\", \"Condition\":"
                                        + " {\"NumericLessThan\": {\"aws:SecureTransport\": \"1\"}}")
                        + "]"))
                .hasMessage("the local runtime does not know the condition operator NumericLessThan");
        assertThatThrownBy(() -> with("["
                        + statement(
                                "Allow",
                                "\"Action\": \"*\", \"Condition\":"
                                        + " {\"StringEquals\": {\"dynamodb:LeadingKeys\": \"1\"}}")
                        + "]"))
                .hasMessage("the local runtime does not know the condition key dynamodb:LeadingKeys");
    }

    @Test
    void takesUpPoliciesThatAreAttachedLater() {
        Principal principal = with("[]");

        provider.create(declaration(
                "AWS::IAM::Policy",
                "{\"Roles\": [\"role\"], \"PolicyDocument\": {\"Statement\": " + allow("\"sqs:*\"", "q") + "}}"));

        assertThat(principal.allows("sqs:SendMessage", "q")).isTrue();
    }

    @Test
    void takesUpManagedPolicies() {
        String arn = provider.create(declaration(
                        "AWS::IAM::ManagedPolicy",
                        "{\"ManagedPolicyName\": \"m\", \"PolicyDocument\": {\"Statement\": " + allow("\"sqs:*\"", "q")
                                + "}}"))
                .ref();

        provider.create(declaration(
                "AWS::IAM::Role",
                "{\"RoleName\": \"other\", \"ManagedPolicyArns\": [\"" + arn + "\","
                        + "\"arn:aws:iam::aws:policy/service-role/AWSLambdaBasicExecutionRole\"]}"));

        Principal other = roles.named("other").session("s");
        assertThat(other.allows("sqs:SendMessage", "q")).isTrue();
        assertThat(other.allows("logs:PutLogEvents", "any")).isTrue();
    }

    @Test
    void stopsAtAManagedPolicyItDoesNotKnow() {
        assertThatThrownBy(() -> provider.create(declaration(
                        "AWS::IAM::Role",
                        "{\"ManagedPolicyArns\": [\"arn:aws:iam::aws:policy/AdministratorAccess\"]}")))
                .hasMessageContaining("arn:aws:iam::aws:policy/AdministratorAccess");
    }

    @Test
    void isAssumedByThoseItTrusts() {
        with("[]");

        assertThat(roles.named("role").mayBeAssumedBy("lambda.amazonaws.com")).isTrue();
        assertThat(roles.named("role").mayBeAssumedBy("ec2.amazonaws.com")).isFalse();
    }

    @Test
    void knowsItsOwnAccessKeysOnlyWithTheirToken() {
        AccessKeys keys = new AccessKeys(Account.DEFAULT);
        Principal principal = with("[]");
        Credentials credentials = keys.issue(principal);

        assertThat(keys.find(credentials.accessKeyId(), Optional.of(credentials.sessionToken())))
                .contains(principal);
        assertThat(keys.find(credentials.accessKeyId(), Optional.empty())).isEmpty();
        assertThat(keys.find("AKIAOTHER", Optional.empty())).isEmpty();
        assertThat(keys.find("local", Optional.empty()).orElseThrow().allows("any:Thing", "any"))
                .isTrue();
    }

    private Principal with(String statements) {
        provider.create(declaration(
                "AWS::IAM::Role",
                "{\"RoleName\": \"role\", \"AssumeRolePolicyDocument\": {\"Statement\": [{\"Effect\": \"Allow\","
                        + " \"Action\": \"sts:AssumeRole\", \"Principal\": {\"Service\": \"lambda.amazonaws.com\"}}]},"
                        + " \"Policies\": [{\"PolicyDocument\": {\"Statement\": " + statements + "}}]}"));
        return roles.named("role").session("function");
    }

    private static String allow(String action, String resource) {
        return "[" + statement("Allow", "\"Action\": " + action + ", \"Resource\": \"" + resource + "\"") + "]";
    }

    private static String statement(String effect, String rest) {
        return "{\"Effect\": \"" + effect + "\", " + rest + "}";
    }

    private static ResourceDeclaration declaration(String type, String properties) {
        return new ResourceDeclaration("stack", "Logical", type, read(properties), "abc");
    }

    private static JsonNode read(String json) {
        try {
            return new ObjectMapper().readTree(json);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(e);
        }
    }
}
