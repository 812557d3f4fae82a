package dev.ringback.local.appsync.realtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.io.IOException;
import java.net.http.WebSocket;
import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class ConnectionTest {
    private final RealtimeServer server = new RealtimeServer(RealtimeServer.LIMITS);
    private final RealtimeClient client = server.client();

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void acknowledgesAConnectionAndSaysHowLongToTrustIt() throws Exception {
        client.say("{'type': 'connection_init'}");

        assertThat(client.hear("connection_ack")
                        .at("/payload/connectionTimeoutMs")
                        .asInt())
                .isEqualTo(300_000);
    }

    @Test
    void sendsSignsOfLife() throws Exception {
        RealtimeLimits lively = new RealtimeLimits(
                Duration.ofMillis(5), Duration.ofHours(1), 1, 1000, 1000, Duration.ofSeconds(1), Duration.ofSeconds(1));
        try (RealtimeServer other = new RealtimeServer(lively)) {
            RealtimeClient there = other.client();

            assertThat(there.hear()).isEqualTo(FakeApi.json("{'type': 'ka'}"));
            there.hear("ka");
        }
    }

    @Test
    void closesWhenItsTimeIsUp() throws Exception {
        RealtimeLimits shortLived = new RealtimeLimits(
                Duration.ofHours(1), Duration.ofMillis(5), 1, 1000, 1, Duration.ofSeconds(1), Duration.ofSeconds(1));
        try (RealtimeServer other = new RealtimeServer(shortLived)) {
            assertThat(other.client().closeStatus()).isEqualTo(WebSocket.NORMAL_CLOSURE);
        }
    }

    @Test
    void endsWithItsApi() throws Exception {
        server.api.end();

        assertThat(client.closeStatus()).isEqualTo(1001);
    }

    @Test
    void cutsOffAClientThatDoesNotReadAndServesTheOthers() throws Exception {
        try (DeafClient deaf = server.deafClient()) {
            deaf.say(RealtimeClient.startMessage("1", "subscribe", "{}", RealtimeServer.KEY));
            deaf.hear("start_ack");
            client.subscribed("1", "{}");
            String name = "A".repeat(10_000);

            // More than the sockets' buffers and the backlog hold.
            for (int i = 0; i < 2_000; i++) {
                server.api.createPerson(name);
                assertThat(client.hearName()).isEqualTo(name);
            }

            assertThat(deaf.isCutOff()).isTrue();
        }
    }

    @Test
    void endsWhenSendingFails() throws Exception {
        client.start("1", "break", "{}");
        client.hear("start_ack");

        server.api.createPerson("Ada");

        assertThat(client.isCutOff()).isTrue();
        assertThat(server.console)
                .containsExactly("local: sending to a subscriber failed, its connection ends:"
                        + " java.lang.AssertionError: broken");
    }

    @Test
    void outlivesAnErrorBeforeItIsOpen() {
        try (ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor()) {
            Connection connection =
                    new Connection(RealtimeApi.of(server.api), RealtimeServer.LIMITS, timer, server.console::add);

            assertThatCode(() -> connection.onWebSocketError(new IOException("no handshake")))
                    .doesNotThrowAnyException();
        }
    }
}
