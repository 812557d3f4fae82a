package dev.ringback.local.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ringback.local.fault.Faults;
import dev.ringback.local.http.HttpAnswer;
import dev.ringback.local.http.HttpRequest;
import dev.ringback.local.tls.PendingCertificate;
import dev.ringback.local.tls.ServerCertificate;
import dev.ringback.local.tls.Trust;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import javax.net.SocketFactory;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ClientGoneTest {
    private static final String REQUEST = "GET / HTTP/1.1\r\nHost: x\r\n\r\n";

    private final CompletableFuture<HttpRequest> arrived = new CompletableFuture<>();
    private final CompletableFuture<Void> answer = new CompletableFuture<>();
    private HttpListener listener;

    @BeforeEach
    void start() throws IOException {
        listener = HttpListener.start(0, 1000, request -> {
            arrived.complete(request);
            answer.join();
            return HttpAnswer.empty(200);
        });
    }

    @AfterEach
    void stop() {
        answer.complete(null);
        listener.close();
    }

    @Test
    void noticesThatTheClientHasGone() throws Exception {
        assertThatItIsNoticed(SocketFactory.getDefault(), listener.port());
    }

    @Test
    void noticesThatAClientOverTlsHasGone(@TempDir Path folder) throws Exception {
        try (TlsPort tls = listener.takeTlsPort(0)) {
            tls.serve(certificate(folder).identity());

            assertThatItIsNoticed(Trust.context(folder.resolve("ca.pem")).getSocketFactory(), tls.number());
        }
    }

    private static ServerCertificate certificate(Path folder) throws Exception {
        try (PendingCertificate pending = PendingCertificate.in(folder)) {
            ServerCertificate certificate = pending.await();
            Files.writeString(folder.resolve("ca.pem"), certificate.authority());
            return certificate;
        }
    }

    private void assertThatItIsNoticed(SocketFactory sockets, int port) throws Exception {
        HttpRequest request;
        try (Socket socket = sockets.createSocket(InetAddress.getLoopbackAddress(), port)) {
            OutputStream out = socket.getOutputStream();
            out.write(REQUEST.getBytes(StandardCharsets.US_ASCII));
            out.flush();
            request = arrived.get(10, TimeUnit.SECONDS);
            assertThat(request.clientGone().getAsBoolean()).isFalse();
        }

        assertThat(Faults.stays(Duration.ofSeconds(10), request.clientGone())).isFalse();
    }
}
