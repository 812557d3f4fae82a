package dev.ringback.calling.secret;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ringback.calling.secret.BandwidthSecret.Reading;
import java.net.URI;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.awscore.exception.AwsErrorDetails;
import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.services.secretsmanager.SecretsManagerClient;
import software.amazon.awssdk.services.secretsmanager.model.GetSecretValueRequest;
import software.amazon.awssdk.services.secretsmanager.model.GetSecretValueResponse;
import software.amazon.awssdk.services.secretsmanager.model.ResourceNotFoundException;
import software.amazon.awssdk.services.secretsmanager.model.SecretsManagerException;

class SecretsManagerBandwidthSecretTest {
    private static final String OAUTH = """
            {"accountId":"9901234","clientId":"id","clientSecret":"geheim"}""";

    private final FakeSecretsManager manager = new FakeSecretsManager();
    private final AtomicReference<Instant> now = new AtomicReference<>(Instant.parse("2026-11-22T10:00:00Z"));
    private final BandwidthSecret secret = new SecretsManagerBandwidthSecret(manager, "arn:secret", now::get);

    @Test
    void readsClientCredentials() {
        manager.value = () -> OAUTH;
        assertThat(credentials().login()).isEqualTo(new BandwidthCredentials.ClientCredentials("id", "geheim"));
    }

    @Test
    void readsAnApiUser() {
        manager.value = () -> "{\"accountId\":9901234,\"username\":\"u\",\"password\":\"p\"}";
        assertThat(credentials().login()).isEqualTo(new BandwidthCredentials.Basic("u", "p"));
    }

    @Test
    void knowsBandwidthsUrls() {
        manager.value = () -> OAUTH;
        assertThat(credentials().apiUrl()).isEqualTo(URI.create("https://api.webrtc.bandwidth.com/v1"));
        assertThat(credentials().tokenUrl()).isEqualTo(URI.create("https://api.bandwidth.com/api/v1/oauth2/token"));
    }

    @Test
    void takesOtherUrls() {
        manager.value = () -> OAUTH.replace("}", ",\"apiUrl\":\"https://x.example/v1/\"}");
        assertThat(credentials().apiUrl()).isEqualTo(URI.create("https://x.example/v1"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "  ",
                "not json",
                "[]",
                "null",
                "\"text\"",
                "{}",
                "{\"accountId\":\"9901234\"}",
                "{\"accountId\":\"9901234\",\"clientId\":\"id\"}",
                "{\"accountId\":\"9901234\",\"clientId\":\"\",\"clientSecret\":\"\"}",
                "{\"accountId\":\"../1\",\"clientId\":\"id\",\"clientSecret\":\"s\"}",
                "{\"accountId\":\"1\",\"clientId\":\"id\",\"clientSecret\":\"s\",\"apiUrl\":\"file:///etc\"}",
                "{\"accountId\":\"1\",\"clientId\":\"id\",\"clientSecret\":\"s\",\"tokenUrl\":\"http://a b\"}"
            })
    void cannotUse(String text) {
        manager.value = () -> text;
        assertThat(secret.read()).isInstanceOf(Reading.Unusable.class);
    }

    @Test
    void cannotUseASecretWithoutAValue() {
        manager.value = () -> {
            throw ResourceNotFoundException.builder().statusCode(400).build();
        };
        assertThat(secret.read()).isEqualTo(new Reading.Unusable("the Bandwidth secret is empty"));
    }

    @Test
    void cannotUseABinarySecret() {
        manager.value = () -> null;
        assertThat(secret.read()).isInstanceOf(Reading.Unusable.class);
    }

    @Test
    void namesAMissingPermission() {
        manager.value = () -> {
            throw failure(400, "AccessDeniedException");
        };
        assertThat(secret.read()).isEqualTo(new Reading.Unusable("Secrets Manager answered AccessDeniedException"));
    }

    @Test
    void cannotReachABrokenSecretsManager() {
        manager.value = () -> {
            throw failure(500, "InternalServiceError");
        };
        assertThat(secret.read()).isInstanceOf(Reading.Unreachable.class);
    }

    @Test
    void cannotReachASilentSecretsManager() {
        manager.value = () -> {
            throw SdkClientException.create("timed out");
        };
        assertThat(secret.read()).isInstanceOf(Reading.Unreachable.class);
    }

    @Test
    void remembersAUsableSecretForFiveMinutes() {
        manager.value = () -> OAUTH;
        secret.read();
        now.set(now.get().plusSeconds(299));
        secret.read();
        assertThat(manager.reads).isEqualTo(1);
    }

    @Test
    void readsAgainAfterFiveMinutes() {
        manager.value = () -> OAUTH;
        secret.read();
        now.set(now.get().plusSeconds(300));
        secret.read();
        assertThat(manager.reads).isEqualTo(2);
    }

    @Test
    void readsAgainOnceForgotten() {
        manager.value = () -> OAUTH;
        secret.read();
        secret.forget();
        secret.read();
        assertThat(manager.reads).isEqualTo(2);
    }

    @Test
    void seesAtOnceThatAnEmptySecretWasFilled() {
        manager.value = () -> "";
        secret.read();
        manager.value = () -> OAUTH;
        assertThat(secret.read()).isInstanceOf(Reading.Usable.class);
    }

    @Test
    void neverPrintsWhatItRead() {
        manager.value = () -> OAUTH;
        assertThat(secret.read().toString()).doesNotContain("geheim");
    }

    @Test
    void neverQuotesAMalformedSecret() {
        manager.value = () -> "geheim";
        assertThat(secret.read().toString()).doesNotContain("geheim");
    }

    private BandwidthCredentials credentials() {
        return ((Reading.Usable) secret.read()).credentials();
    }

    private static SecretsManagerException failure(int status, String code) {
        return (SecretsManagerException) SecretsManagerException.builder()
                .statusCode(status)
                .awsErrorDetails(AwsErrorDetails.builder().errorCode(code).build())
                .build();
    }

    private static final class FakeSecretsManager implements SecretsManagerClient {
        private Supplier<String> value = () -> null;
        private int reads;

        @Override
        public GetSecretValueResponse getSecretValue(GetSecretValueRequest request) {
            reads++;
            return GetSecretValueResponse.builder().secretString(value.get()).build();
        }

        @Override
        public String serviceName() {
            return SERVICE_NAME;
        }

        @Override
        public void close() {}
    }
}
