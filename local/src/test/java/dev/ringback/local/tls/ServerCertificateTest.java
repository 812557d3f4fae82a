package dev.ringback.local.tls;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.ringback.local.gateway.HttpListener;
import dev.ringback.local.gateway.TlsPort;
import dev.ringback.local.http.AcceptedSocket;
import dev.ringback.local.http.HttpAnswer;
import dev.ringback.local.http.SocketEndpoint;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.WebSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.net.ssl.SSLHandshakeException;
import org.eclipse.jetty.websocket.api.Session;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ServerCertificateTest {
    @TempDir
    private static Path folder;

    private static ServerCertificate certificate;
    private static HttpListener listener;
    private static int port;

    /** A connection on which nothing is said. */
    public static final class Silent implements Session.Listener.AutoDemanding {}

    @BeforeAll
    static void start() throws Exception {
        certificate = ServerCertificate.in(folder, Clock.systemUTC());
        SocketEndpoint sockets = upgrade -> Optional.of(new AcceptedSocket(Optional.empty(), new Silent()));
        listener = HttpListener.start(0, 1000, request -> new HttpAnswer(200, Map.of(), request.body()), sockets);
        TlsPort tls = listener.takeTlsPort(0);
        tls.serve(certificate.identity());
        port = tls.number();
        Files.writeString(folder.resolve("ca.pem"), certificate.authority());
    }

    @AfterAll
    static void stop() {
        listener.close();
    }

    @Test
    void convincesAClientThatTrustsItsAuthorityAlone() throws Exception {
        try (HttpClient client = Trust.client(folder.resolve("ca.pem"))) {
            assertThat(get(client, "https://localhost:" + port)).isEqualTo(200);
            assertThat(get(client, "https://127.0.0.1:" + port)).isEqualTo(200);
        }
    }

    @Test
    void convincesAWebSocketToo() throws Exception {
        try (HttpClient client = Trust.client(folder.resolve("ca.pem"))) {
            WebSocket socket = client.newWebSocketBuilder()
                    .buildAsync(URI.create("wss://localhost:" + port), new WebSocket.Listener() {})
                    .join();

            assertThat(socket.isInputClosed()).isFalse();
            socket.abort();
        }
    }

    @Test
    void leavesThePlainPortPlain() throws Exception {
        try (HttpClient client = HttpClient.newHttpClient()) {
            assertThat(get(client, listener.url())).isEqualTo(200);
        }
    }

    @Test
    void doesNotConvinceOthers() {
        try (HttpClient client = HttpClient.newHttpClient()) {
            assertThatThrownBy(() -> get(client, "https://localhost:" + port))
                    .isInstanceOf(SSLHandshakeException.class);
        }
    }

    @Test
    void namesThisMachineAsItselfAndItsEmulatorsKnowIt() throws Exception {
        assertThat(server().getSubjectAlternativeNames())
                .containsExactlyInAnyOrder(List.of(2, "localhost"), List.of(7, "127.0.0.1"), List.of(7, "10.0.2.2"));
    }

    @Test
    void isOfAnAuthorityThatMaySignAndMaySignNothingItself() throws Exception {
        assertThat(authority().getBasicConstraints()).isZero();
        assertThat(server().getBasicConstraints()).isEqualTo(-1);
    }

    @Test
    void lastsNoLongerThanBrowsersTake() throws Exception {
        for (X509Certificate each : List.of(authority(), server())) {
            assertThat(Duration.between(
                            each.getNotBefore().toInstant(), each.getNotAfter().toInstant()))
                    .isLessThanOrEqualTo(Duration.ofDays(398));
        }
    }

    @Test
    void leavesNoKeyBehindThatCouldSignOthers() throws Exception {
        assertThat(Collections.list(certificate.identity().keys().aliases())).containsExactly("server");
    }

    @Test
    void staysTheSameInItsFolder() throws Exception {
        assertThat(ServerCertificate.in(folder, Clock.systemUTC()).authority()).isEqualTo(certificate.authority());
    }

    @Test
    void isRenewedBeforeItRunsOut(@TempDir Path other) throws Exception {
        Files.copy(folder.resolve("server.p12"), other.resolve("server.p12"));

        Clock soonOver = Clock.offset(Clock.systemUTC(), Duration.ofDays(370));

        assertThat(ServerCertificate.in(other, soonOver).authority()).isNotEqualTo(certificate.authority());
    }

    @Test
    void saysWhichFileCannotBeRead(@TempDir Path other) throws Exception {
        Path broken = Files.writeString(other.resolve("server.p12"), "no key store");

        assertThatThrownBy(() -> ServerCertificate.in(other, Clock.systemUTC()))
                .isInstanceOf(IOException.class)
                .hasMessageContaining(broken.toString());
    }

    private static X509Certificate server() throws Exception {
        return (X509Certificate) certificate.identity().keys().getCertificate("server");
    }

    private static X509Certificate authority() throws Exception {
        byte[] pem = certificate.authority().getBytes(StandardCharsets.US_ASCII);
        return (X509Certificate)
                CertificateFactory.getInstance("X.509").generateCertificate(new ByteArrayInputStream(pem));
    }

    private static int get(HttpClient client, String url) throws Exception {
        return client.send(HttpRequest.newBuilder(URI.create(url)).build(), HttpResponse.BodyHandlers.discarding())
                .statusCode();
    }
}
