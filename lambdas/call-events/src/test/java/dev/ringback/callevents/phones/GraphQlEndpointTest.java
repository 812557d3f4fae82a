package dev.ringback.callevents.phones;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.ringback.callevents.FakeService;
import dev.ringback.callevents.FakeService.Seen;
import java.time.Duration;
import java.time.InstantSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;
import software.amazon.awssdk.auth.credentials.AwsSessionCredentials;

class GraphQlEndpointTest {
    private static final String SECRET = "wJalrXUtnFEMI/K7MDENG+bPxRfiCYEXAMPLEKEY";

    private final FakeService appSync = FakeService.appSync();
    private final AwsCredentialsProvider credentials =
            () -> AwsSessionCredentials.create("AKIDEXAMPLE", SECRET, "session-token");
    private final GraphQlEndpoint endpoint = new GraphQlEndpoint(
            new Connections(InstantSource.system()),
            new GraphQlEndpoint.Address(appSync.url("/graphql"), "eu-central-1"),
            credentials,
            Duration.ofSeconds(5));

    @AfterEach
    void stop() {
        appSync.close();
    }

    @Test
    void signsForAppSyncInItsRegion() throws Exception {
        assertThat(post("{}").header("Authorization"))
                .startsWith("AWS4-HMAC-SHA256 Credential=AKIDEXAMPLE/")
                .contains("/eu-central-1/appsync/aws4_request");
    }

    @Test
    void sendsExactlyWhatItSigned() throws Exception {
        Seen seen = post("{\"query\":\"é\"}");
        assertThat(seen.header("Authorization"))
                .endsWith("Signature=" + Signature.of("POST", "/graphql", seen, SECRET));
    }

    @Test
    void carriesTheSessionOfItsRole() throws Exception {
        assertThat(post("{}").header("X-amz-security-token")).isEqualTo("session-token");
    }

    @Test
    void sendsJson() throws Exception {
        assertThat(post("{}").header("Content-type")).isEqualTo("application/json");
    }

    private Seen post(String body) throws InterruptedException {
        assertThat(endpoint.post(body.getBytes(UTF_8))).isInstanceOf(Answer.Answered.class);
        return appSync.seen().getFirst();
    }
}
