package dev.ringback.operations.doctor;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ringback.calling.media.MediaProvider.Refusal;
import dev.ringback.calling.secret.SecretsManagerBandwidthSecret;
import dev.ringback.operations.cloud.Cloud;
import dev.ringback.operations.cloud.FakeAws;
import java.io.IOException;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import software.amazon.awssdk.services.secretsmanager.SecretsManagerClient;

class BandwidthCheckTest {
    private static final String GOOD =
            "{\\\"accountId\\\":\\\"55\\\",\\\"clientId\\\":\\\"c\\\",\\\"clientSecret\\\":\\\"hidden\\\"}";

    private final FakeAws aws = new FakeAws();
    private final Cloud cloud = aws.cloud();
    private Optional<Refusal> refusal = Optional.empty();

    BandwidthCheckTest() throws IOException {}

    @AfterEach
    void close() {
        cloud.close();
        aws.close();
    }

    @Test
    void isContentWithCredentialsThatWork() {
        secret(GOOD);

        assertThat(look())
                .containsExactly(new Finding.Ok("account 55, client credentials"), new Finding.Ok("credentials taken"));
    }

    @Test
    void tellsHowToFillAnEmptySecret() {
        aws.refuse("GetSecretValue", 400, "ResourceNotFoundException");

        assertThat(look().getFirst())
                .isEqualTo(new Finding.Wrong("the Bandwidth secret is empty: fill ringback-dev/bandwidth with"
                        + " {\"accountId\", \"clientId\", \"clientSecret\"} (docs/environments.md)"));
    }

    @Test
    void saysThatASecretIsNotJson() {
        secret("hidden");

        assertThat(look().getFirst().text()).startsWith("the Bandwidth secret is not JSON: fill");
        assertThat(look().toString()).doesNotContain("hidden");
    }

    @Test
    void triesNothingWithoutASecret() {
        secret("{}");

        assertThat(look().getLast()).isEqualTo(new Finding.Unknown("not tried without the secret"));
    }

    @Test
    void knowsNothingOfASecretThatItMayNotRead() {
        aws.refuse("GetSecretValue", 400, "AccessDeniedException");

        assertThat(look().getFirst()).isEqualTo(new Finding.Unknown("Secrets Manager answered AccessDeniedException"));
    }

    @Test
    void warnsOfAUserNameThatEndsSoon() {
        secret("{\\\"accountId\\\":\\\"55\\\",\\\"username\\\":\\\"u\\\",\\\"password\\\":\\\"hidden\\\"}");

        assertThat(look().getFirst().text()).contains("until 2 December 2026").doesNotContain("hidden");
    }

    @ParameterizedTest
    @EnumSource(Refusal.Kind.class)
    void saysWhyBandwidthRefuses(Refusal.Kind kind) {
        secret(GOOD);
        refusal = Optional.of(new Refusal(kind, "getToken: 401"));

        Finding finding = look().getLast();

        assertThat(finding.text()).contains("(getToken: 401)");
        assertThat(finding instanceof Finding.Wrong).isEqualTo(kind != Refusal.Kind.UNAVAILABLE);
    }

    private void secret(String text) {
        aws.on("GetSecretValue", 200, "{\"SecretString\":\"" + text + "\"}");
    }

    private List<Finding> look() {
        var secret = new SecretsManagerBandwidthSecret(
                cloud.client(SecretsManagerClient.builder()), "ringback-dev/bandwidth", InstantSource.system());
        return new BandwidthCheck(secret, "ringback-dev/bandwidth", () -> refusal)
                .look().stream().map(Check.Line::finding).toList();
    }
}
