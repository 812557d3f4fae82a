package dev.ringback.operations.doctor;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** With an endpoint that answers as it is told, to queries and to handshakes. */
class DirectoryChecksTest {
    private final HttpClient http = HttpClient.newHttpClient();
    private HttpServer server;
    private int status = 200;
    private String body = "{\"data\":{\"__typename\":\"Query\"}}";

    @BeforeEach
    void start() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", exchange -> {
            byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(status, bytes.length);
            exchange.getResponseBody().write(bytes);
            exchange.close();
        });
        server.start();
    }

    @AfterEach
    void stop() {
        server.stop(0);
        http.close();
    }

    @ParameterizedTest
    @CsvSource({"401, true", "200, false", "500, false"})
    void wantsToBeRefusedWithoutAToken(int answered, boolean isOk) {
        status = answered;

        assertThat(query(Optional.empty()) instanceof Finding.Ok).isEqualTo(isOk);
    }

    @ParameterizedTest
    @CsvSource({"200, true", "401, false", "500, false"})
    void wantsToBeAnsweredWithAToken(int answered, boolean isOk) {
        status = answered;

        assertThat(query(Optional.of("token")) instanceof Finding.Ok).isEqualTo(isOk);
    }

    @ParameterizedTest
    @CsvSource({"401, {}", "200, '{\"errors\":[{\"errorType\":\"Unauthorized\"}]}'"})
    void asksForAFreshTokenWhenItIsRefused(int answered, String said) {
        status = answered;
        body = said;

        assertThat(query(Optional.of("token")).text()).contains("take a fresh access token");
    }

    @Test
    void isNotContentWithAnAnswerToSomethingElse() {
        body = "{\"errors\":[]}";

        assertThat(query(Optional.of("token"))).isInstanceOf(Finding.Wrong.class);
    }

    @Test
    void knowsNothingWhenNobodyAnswers() {
        server.stop(0);

        assertThat(query(Optional.empty())).isEqualTo(new Finding.Unknown("no answer from 127.0.0.1"));
        assertThat(subscription(Optional.empty())).isEqualTo(new Finding.Unknown("no connection to 127.0.0.1"));
    }

    @Test
    void takesAHandshakeThatIsRefusedForARefusal() {
        status = 401;

        assertThat(subscription(Optional.empty())).isInstanceOf(Finding.Ok.class);
        assertThat(subscription(Optional.of("token")))
                .isEqualTo(new Finding.Wrong(
                        "refuse the token (401): take a fresh access token of a user of this environment"));
    }

    @Test
    void saysThatThereIsNoRealtimeEndpoint() {
        status = 404;

        assertThat(subscription(Optional.empty())).isEqualTo(new Finding.Wrong("do not connect (404): deploy again"));
    }

    private Finding query(Optional<String> token) {
        return new GraphQlCheck(http, URI.create("http://" + authority()), token)
                .look()
                .getFirst()
                .finding();
    }

    private Finding subscription(Optional<String> token) {
        return new SubscriptionCheck(http, URI.create("ws://" + authority()), authority(), token)
                .look()
                .getFirst()
                .finding();
    }

    private String authority() {
        return "127.0.0.1:" + server.getAddress().getPort();
    }
}
