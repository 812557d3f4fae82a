package dev.ringback.local.appsync.resource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.ringback.local.appsync.ApiBench;
import dev.ringback.local.stack.StackFailure;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AuthReaderTest {
    private static final String MAIN = "UserPoolConfig";
    private static final String MORE = "AdditionalAuthenticationProviders";

    private final ApiBench bench = new ApiBench("type Query { text: String }");

    AuthReaderTest() {
        bench.resource("AWS::AppSync::ApiKey", "key", "{\"ApiId\": \"api\"}");
    }

    @ParameterizedTest
    @ValueSource(strings = {"OPENID_CONNECT", "AWS_LAMBDA"})
    void stopsAtAModeItDoesNotHave(String mode) {
        bench.set(ApiBench.ID, "AuthenticationType", mode);

        assertFails("The local runtime does not know the authentication type " + mode + ".");
    }

    @Test
    void stopsAtAModeThatTheApiHasTwice() {
        set(MORE, "[{'AuthenticationType': 'AWS_IAM'}, {'AuthenticationType': 'AWS_IAM'}]");

        assertFails("The API has the authentication type AWS_IAM twice.");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "'AwsRegion': 'us-east-1', 'DefaultAction': 'ALLOW'   | UserPoolConfig has no UserPoolId.",
                "'UserPoolId': 'us-east-1_pool', 'DefaultAction': 'ALLOW' | UserPoolConfig has no AwsRegion.",
                "'UserPoolId': 'us-east-1_pool', 'AwsRegion': 'us-east-1' | UserPoolConfig has no DefaultAction.",
                "'DefaultAction': 'MAYBE'                             | DefaultAction is ALLOW or DENY, not MAYBE.",
                "'DefaultAction': 'DENY' | DefaultAction must be ALLOW in an API with AdditionalAuthenticationProviders.",
                "'Other': 1              | The local runtime does not know the property Other of UserPoolConfig."
            },
            quoteCharacter = '`')
    void stopsAtAPoolThatAppSyncWouldNotTake(String pool, String message) {
        set(MAIN, "{" + pool + "}");

        assertFails(message);
    }

    @Test
    void stopsAtAPoolThatIsNotThere() {
        set(MAIN, "{'UserPoolId': 'us-east-1_other', 'AwsRegion': 'us-east-1', 'DefaultAction': 'ALLOW'}");

        assertFails("There is no user pool us-east-1_other in us-east-1.");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "'UserPoolId': 'us-east-1_pool', 'DefaultAction': 'ALLOW' | The local runtime does not know the property"
                        + " DefaultAction of UserPoolConfig of AdditionalAuthenticationProviders.",
                "'UserPoolId': 'us-east-1_pool' | UserPoolConfig of AdditionalAuthenticationProviders has no AwsRegion."
            },
            quoteCharacter = '`')
    void stopsAtAFurtherPoolThatAppSyncWouldNotTake(String pool, String message) {
        furtherPool(pool);

        assertFails(message);
    }

    @Test
    void takesAFurtherPool() {
        furtherPool("'UserPoolId': 'us-east-1_pool', 'AwsRegion': 'us-east-1'");

        assertThat(bench.start()).isNotNull();
    }

    private void furtherPool(String pool) {
        bench.set(ApiBench.ID, "AuthenticationType", "AWS_IAM");
        set(MORE, "[{'AuthenticationType': 'AMAZON_COGNITO_USER_POOLS', 'UserPoolConfig': {" + pool + "}}]");
    }

    private void set(String property, String value) {
        bench.set(ApiBench.ID, property, value.replace('\'', '"'));
    }

    private void assertFails(String message) {
        assertThatThrownBy(bench::start).isInstanceOf(StackFailure.class).hasMessageContaining(message);
    }
}
