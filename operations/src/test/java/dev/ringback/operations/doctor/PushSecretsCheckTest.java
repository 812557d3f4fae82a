package dev.ringback.operations.doctor;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.ringback.operations.Environment;
import dev.ringback.operations.Environment.PushSecret;
import dev.ringback.operations.cloud.Cloud;
import dev.ringback.operations.cloud.FakeAws;
import dev.ringback.operations.doctor.Check.Line;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.services.secretsmanager.SecretsManagerClient;

class PushSecretsCheckTest {
    private static final String GOOGLE =
            "{\"project_id\":\"hidden\",\"client_email\":\"hidden\",\"private_key\":\"hidden\"}";
    private static final String APPLE =
            "{\"teamId\":\"hidden\",\"keyId\":\"hidden\",\"bundleId\":\"hidden\",\"tokenKey\":\"hidden\"}";

    private final FakeAws aws = new FakeAws();
    private final Cloud cloud = aws.cloud();
    private final SequencedMap<String, PushSecret> channels = new LinkedHashMap<>();

    PushSecretsCheckTest() throws IOException {}

    @AfterEach
    void close() {
        cloud.close();
        aws.close();
    }

    @Test
    void isContentWithEachChannelsCredentials() {
        channel("GCM", "fcm");
        channel("APNS", "apns");
        holds(GOOGLE);
        holds(APPLE);

        assertThat(look())
                .containsExactly(
                        new Line("secret fcm", new Finding.Ok("has what it must have for GCM")),
                        new Line("secret apns", new Finding.Ok("has what it must have for APNS")));
    }

    @Test
    void looksOnceAtASecretOfSeveralChannels() {
        channel("APNS", "apns");
        channel("APNS_VOIP", "apns");
        holds(APPLE);

        assertThat(look())
                .containsExactly(new Line("secret apns", new Finding.Ok("has what it must have for APNS, APNS_VOIP")));
        assertThat(aws.bodies()).hasSize(1);
    }

    @Test
    void looksAtTheVersionThatIsNamed() {
        channels.put("GCM", new PushSecret("fcm", Optional.of("v-1")));
        holds(GOOGLE);

        assertThat(finding()).isEqualTo(new Finding.Ok("version v-1: has what it must have for GCM"));
        assertThat(aws.bodies()).singleElement().asString().contains("\"VersionId\":\"v-1\"");
    }

    @Test
    void looksAtBothVersionsOfASecret() {
        channels.put("APNS", new PushSecret("apns", Optional.of("v-1")));
        channels.put("APNS_VOIP", new PushSecret("apns", Optional.of("v-2")));
        holds(APPLE);

        assertThat(look()).hasSize(2);
    }

    @Test
    void saysWhatASecretLacks() {
        channel("GCM", "fcm");
        holds("{\"project_id\":\"hidden\",\"client_email\":\" \",\"private_key\":7}");

        assertThat(finding())
                .isEqualTo(new Finding.Wrong("lacks client_email, private_key:"
                        + " store the credentials of GCM, deploy again (docs/push.md)"));
    }

    @Test
    void wantsOfAppleWhatApnsNeeds() {
        channel("APNS_VOIP_SANDBOX", "fcm");
        holds(GOOGLE);

        assertThat(finding().text()).startsWith("lacks teamId, keyId, bundleId, tokenKey:");
    }

    @Test
    void wantsOfASharedSecretWhatAllNeed() {
        channel("GCM", "both");
        channel("APNS", "both");
        holds(APPLE);

        assertThat(finding().text()).startsWith("lacks project_id, client_email, private_key:");
    }

    @ParameterizedTest
    @ValueSource(strings = {"hidden", "{\"project_id\":\"hidden", "{} hidden"})
    void saysThatASecretIsNotJson(String text) {
        channel("GCM", "fcm");
        holds(text);

        assertThat(finding()).isInstanceOf(Finding.Wrong.class);
        assertThat(finding().text()).startsWith("is not JSON:").doesNotContain("hidden");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "[]", "\"hidden\"", "null"})
    void takesNothingElseForCredentials(String text) {
        channel("GCM", "fcm");
        holds(text);

        assertThat(finding()).isInstanceOf(Finding.Wrong.class);
        assertThat(finding().text()).startsWith("lacks project_id").doesNotContain("hidden");
    }

    @Test
    void saysThatABinarySecretHoldsNoCredentials() {
        channel("GCM", "fcm");
        aws.on("GetSecretValue", 200, "{\"SecretBinary\":\"aGlkZGVu\"}");

        assertThat(finding()).isInstanceOf(Finding.Wrong.class);
    }

    @Test
    void saysThatASecretIsNotThere() {
        channels.put("GCM", new PushSecret("fcm", Optional.of("v-1")));
        aws.refuse("GetSecretValue", 400, "ResourceNotFoundException");

        assertThat(finding())
                .isEqualTo(new Finding.Wrong("version v-1: is not there, or empty:"
                        + " store the credentials of GCM, deploy again (docs/push.md)"));
    }

    @Test
    void saysThatASecretIsDeleted() {
        channel("GCM", "fcm");
        aws.refuse("GetSecretValue", 400, "InvalidRequestException");

        assertThat(finding()).isInstanceOf(Finding.Wrong.class);
    }

    @Test
    void knowsNothingOfASecretThatItMayNotRead() {
        channel("GCM", "fcm");
        channel("APNS", "apns");
        aws.refuse("GetSecretValue", 400, "AccessDeniedException");
        holds(APPLE);

        assertThat(look())
                .extracting(Line::finding)
                .containsExactly(
                        new Finding.Unknown("SecretsManager answered AccessDeniedException: no"),
                        new Finding.Ok("has what it must have for APNS"));
    }

    private void channel(String channel, String secret) {
        channels.put(channel, new PushSecret(secret, Optional.empty()));
    }

    private void holds(String text) {
        aws.on(
                "GetSecretValue",
                200,
                JsonNodeFactory.instance.objectNode().put("SecretString", text).toString());
    }

    private Finding finding() {
        return look().getFirst().finding();
    }

    private List<Line> look() {
        return new PushSecretsCheck(
                        new Environment("dev", Optional.empty(), channels, "https://any"),
                        cloud.client(SecretsManagerClient.builder()))
                .look();
    }
}
