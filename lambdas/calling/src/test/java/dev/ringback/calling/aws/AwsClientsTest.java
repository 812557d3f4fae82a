package dev.ringback.calling.aws;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.secretsmanager.SecretsManagerClient;

class AwsClientsTest {
    private final AwsClients clients = new AwsClients(Region.EU_CENTRAL_1);

    @Test
    void boundsEveryCall() {
        try (DynamoDbClient dynamoDb = clients.build(DynamoDbClient.builder())) {
            var configuration = dynamoDb.serviceClientConfiguration().overrideConfiguration();

            assertThat(configuration.apiCallTimeout()).contains(Duration.ofSeconds(4));
            assertThat(configuration.apiCallAttemptTimeout()).contains(Duration.ofSeconds(2));
            assertThat(configuration.retryStrategy())
                    .hasValueSatisfying(retry -> assertThat(retry.maxAttempts()).isEqualTo(3));
        }
    }

    @Test
    void buildsTheClientOfAnyService() {
        try (SecretsManagerClient secrets = clients.build(SecretsManagerClient.builder())) {
            assertThat(secrets.serviceClientConfiguration().region()).isEqualTo(Region.EU_CENTRAL_1);
        }
    }
}
