package dev.ringback.local.appsync.realtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URLEncoder;
import java.net.http.WebSocket;
import java.net.http.WebSocketHandshakeException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HandshakeTest {
    private static final UnaryOperator<WebSocket.Builder> PLAIN = with -> with.subprotocols("graphql-ws");

    private static final String WRONG = "{\"host\": \"localhost\", \"x-api-key\": \"other\"}";
    private static final String LONG =
            "{\"host\": \"localhost\", \"x-api-key\": \"key\", \"more\": \"" + "?>~".repeat(60) + "\"}";

    private final RealtimeServer server = new RealtimeServer(RealtimeServer.LIMITS);

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void takesTheCredentialsFromASubprotocolAndChoosesTheOther() throws Exception {
        RealtimeClient client = server.client(
                "", with -> with.subprotocols("header-" + RealtimeServer.url64(RealtimeServer.KEY), "graphql-ws"));

        assertThat(client.subprotocol()).isEqualTo("graphql-ws");
        assertWelcome(client);
    }

    @Test
    void takesTheCredentialsFromTheQuery() throws Exception {
        assertWelcome(server.client(query(base64(RealtimeServer.KEY)), PLAIN));
    }

    @Test
    void takesTheUrlAlphabetInTheQuery() throws Exception {
        assertWelcome(server.client(query(RealtimeServer.url64(RealtimeServer.KEY)), PLAIN));
    }

    @Test
    void takesCredentialsThatAreBrokenIntoLines() throws Exception {
        assertWelcome(server.client(query(inLines(LONG)), PLAIN));
    }

    @Test
    void takesCredentialsThatAreNotEscaped() throws Exception {
        assertWelcome(server.client("?payload=e30=&header=" + base64(LONG), PLAIN));
    }

    @Test
    void takesAKeyFromTheHttpHeaders() throws Exception {
        assertWelcome(server.client("", with -> PLAIN.apply(with).header("X-Api-Key", "key")));
    }

    @Test
    void takesATokenFromTheHttpHeaders() throws Exception {
        assertWelcome(server.client("", with -> PLAIN.apply(with).header("Authorization", "token")));
    }

    @Test
    void tellsWrongCredentialsWhyTheyAreRefused() throws Exception {
        assertRefused(server.client(query(base64(WRONG)), PLAIN), "UnauthorizedException");
    }

    @Test
    void closesBehindARefusal() throws Exception {
        RealtimeClient client = server.client(query(base64(WRONG)), PLAIN);
        client.say("{'type': 'connection_init'}");

        assertThat(client.closeStatus()).isEqualTo(WebSocket.NORMAL_CLOSURE);
    }

    @Test
    void refusesAClientThatBringsNoCredentials() throws Exception {
        assertRefused(server.client("", PLAIN), "UnauthorizedException");
    }

    @Test
    void refusesCredentialsWithoutAHost() throws Exception {
        RealtimeClient client = server.client(query(base64("{\"x-api-key\": \"key\"}")), PLAIN);
        client.say("{'type': 'connection_init'}");

        assertThat(client.hear("connection_error").at("/payload/errors/0"))
                .isEqualTo(FakeApi.json("{'errorType': 'UnauthorizedException',"
                        + " 'message': 'Required headers are missing.', 'errorCode': 401}"));
    }

    @Test
    void refusesCredentialsThatAreNotInBase64() throws Exception {
        assertRefused(server.client("?header=%21", PLAIN), "BadRequestException");
    }

    @ParameterizedTest
    @ValueSource(strings = {"[]", "{"})
    void refusesCredentialsThatAreNoObject(String credentials) throws Exception {
        assertRefused(server.client(query(base64(credentials)), PLAIN), "BadRequestException");
    }

    @Test
    void refusesAClientOfAnotherProtocol() throws Exception {
        assertRefused(server.client(query(base64(RealtimeServer.KEY)), with -> with), "NoProtocolError");
    }

    @Test
    void tellsASilentClientToo() throws Exception {
        RealtimeLimits impatient = new RealtimeLimits(
                Duration.ofHours(1), Duration.ofHours(1), 1, 1000, 1, Duration.ofSeconds(1), Duration.ofMillis(1));
        try (RealtimeServer other = new RealtimeServer(impatient)) {
            other.client("", PLAIN).hear("connection_error");
        }
    }

    @Test
    void opensNoConnectionToAnApiThatIsNotThere() {
        assertThatThrownBy(() -> server.handshake("other", "", PLAIN, new WebSocket.Listener() {})
                        .join())
                .hasCauseInstanceOf(WebSocketHandshakeException.class);
    }

    private static void assertWelcome(RealtimeClient client) throws InterruptedException {
        client.say("{'type': 'connection_init'}");
        client.hear("connection_ack");
    }

    private static void assertRefused(RealtimeClient client, String errorType) throws InterruptedException {
        client.say("{'type': 'connection_init'}");
        assertThat(client.hear("connection_error")
                        .at("/payload/errors/0/errorType")
                        .asText())
                .isEqualTo(errorType);
    }

    private static String base64(String text) {
        return Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }

    private static String inLines(String text) {
        return Base64.getMimeEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }

    private static String query(String header) {
        return "?header=" + URLEncoder.encode(header, StandardCharsets.UTF_8) + "&payload=e30%3D";
    }
}
