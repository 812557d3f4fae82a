package dev.ringback.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.ringback.local.gateway.PortInUseException;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FailedStartTest {
    @TempDir
    private Path folder;

    private final List<String> console = new CopyOnWriteArrayList<>();

    @Test
    void saysThatThePortIsInUse() throws Exception {
        try (ServerSocket other = taken()) {
            LocalOptions onItsPort = options().onPort(other.getLocalPort());

            assertThatThrownBy(() -> LocalRuntime.start(onItsPort).close())
                    .isInstanceOf(PortInUseException.class)
                    .hasMessage("Port " + other.getLocalPort()
                            + " of 127.0.0.1 is in use by another program; choose another with --port.");
        }
    }

    @Test
    void saysThatTheTlsPortIsInUse() throws Exception {
        try (ServerSocket other = taken()) {
            LocalOptions onItsPort = options().onTlsPort(other.getLocalPort());

            assertThatThrownBy(() -> LocalRuntime.start(onItsPort).close())
                    .isInstanceOf(PortInUseException.class)
                    .hasMessageEndingWith("is in use by another program; choose another with --tls-port.");
        }
    }

    @Test
    void startsNothingWhenTheTlsPortIsInUse() throws Exception {
        try (ServerSocket other = taken()) {
            LocalOptions onItsPort = options().onTlsPort(other.getLocalPort());

            assertThatThrownBy(() -> LocalRuntime.start(onItsPort).close()).isInstanceOf(PortInUseException.class);
            assertThat(console).isEmpty();
        }
    }

    @Test
    void watchesNoFolderWithoutASchema() {
        assertThatThrownBy(() -> LocalRuntime.start(options().watching(folder)).close())
                .hasMessage("There is no schema.graphql in " + folder
                        + "; --watch takes the folder of the GraphQL schema.");
    }

    @Test
    void stopsAtAResourceItDoesNotKnow() throws Exception {
        LocalOptions broken = brokenOptions();

        assertThatThrownBy(() -> LocalRuntime.start(broken).close())
                .hasMessage("Api: Stage is of type AWS::Chime::Phone, which the local runtime does not know.");
    }

    @Test
    void givesItsPortsUp() throws Exception {
        LocalOptions broken = brokenOptions().onPort(freePort()).onTlsPort(freePort());
        assertThatThrownBy(() -> LocalRuntime.start(broken).close()).isNotInstanceOf(PortInUseException.class);

        try (ServerSocket plain = listening(broken.port());
                ServerSocket tls = listening(broken.tlsPort())) {
            assertThat(List.of(plain, tls)).allMatch(ServerSocket::isBound);
        }
    }

    private LocalOptions brokenOptions() throws IOException {
        LocalOptions options = options();
        Path template = folder.resolve("Api.template.json");
        Files.writeString(
                template, Files.readString(template).replace("AWS::ApiGatewayV2::Stage", "AWS::Chime::Phone"));
        return options;
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = taken()) {
            return socket.getLocalPort();
        }
    }

    private static ServerSocket taken() throws IOException {
        return listening(0);
    }

    private static ServerSocket listening(int port) throws IOException {
        return new ServerSocket(port, 1, InetAddress.getLoopbackAddress());
    }

    private LocalOptions options() {
        return LocalOptions.of(MiniAssembly.in(folder), folder.resolve("endpoints.json"), console::add);
    }
}
