package dev.ringback.operations.doctor;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SubscriptionCheckTest {
    private static final String WELCOME = "{\"type\":\"connection_ack\"}";
    private static final Optional<String> TOKEN = Optional.of("head."
            + Base64.getUrlEncoder().encodeToString("{\"sub\":\"ada\"}".getBytes(StandardCharsets.UTF_8)) + ".sign");

    private final HttpClient http = HttpClient.newHttpClient();

    @AfterEach
    void close() {
        http.shutdownNow();
    }

    @Test
    void isContentWithASubscription() throws IOException {
        assertThat(look(TOKEN, WELCOME, "{\"type\":\"start_ack\"}"))
                .isEqualTo(new Finding.Ok("the user hears of his calls"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"UnauthorizedException", "com.amazonaws.deepdish.graphql.auth#UnauthorizedException"})
    void asksForAFreshTokenWhenTheGreetingIsRefused(String error) throws IOException {
        assertThat(look(TOKEN, error("connection_error", error)).text())
                .isEqualTo("refuse the token (connection_error " + error
                        + "): take a fresh access token of a user of this environment");
    }

    @Test
    void asksForAFreshTokenWhenTheSubscriptionIsRefused() throws IOException {
        assertThat(look(TOKEN, WELCOME, error("error", "Unauthorized")).text())
                .startsWith("refuse the token (error Unauthorized): take a fresh access token");
    }

    @Test
    void doesNotBlameTheTokenForAnythingElse() throws IOException {
        assertThat(look(TOKEN, WELCOME, error("error", "BadRequest")))
                .isEqualTo(new Finding.Wrong("refuse onCallEvent (error BadRequest): deploy again"));
    }

    @Test
    void wantsToBeRefusedWithoutAToken() throws IOException {
        assertThat(look(Optional.empty(), error("connection_error", "UnauthorizedException")))
                .isInstanceOf(Finding.Ok.class);
        assertThat(look(Optional.empty(), WELCOME)).isInstanceOf(Finding.Wrong.class);
    }

    private static String error(String type, String error) {
        return "{\"type\":\"" + type + "\",\"payload\":{\"errors\":[{\"errorType\":\"" + error + "\"}]}}";
    }

    private Finding look(Optional<String> token, String... messages) throws IOException {
        try (FakeRealtime realtime = new FakeRealtime(messages)) {
            return new SubscriptionCheck(http, URI.create("ws://" + realtime.authority()), realtime.authority(), token)
                    .look()
                    .getFirst()
                    .finding();
        }
    }
}
