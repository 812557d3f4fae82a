package dev.ringback.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class ArgumentsTest {
    @Test
    void takesTheLocalAssemblyOnTheUsualPort() {
        LocalOptions options = Arguments.parse().options(line -> {});

        assertThat(options.assembly()).isEqualTo(Path.of("cdk.out", "local"));
        assertThat(options.port()).isEqualTo(4566);
        assertThat(options.tlsPort()).isEqualTo(4567);
        assertThat(options.data()).isEmpty();
        assertThat(options.watch()).isEmpty();
        assertThat(options.apiDescription()).isEmpty();
    }

    @Test
    void takesThePortAfterTheGatewaysForTls() {
        assertThat(tlsPort("--port", "80")).isEqualTo(81);
        assertThat(tlsPort("--tls-port", "443", "--port", "80")).isEqualTo(443);
        assertThat(tlsPort("--port", "0")).isZero();
        assertThat(tlsPort("--port", "65535")).isZero();
    }

    private static int tlsPort(String... arguments) {
        return Arguments.parse(arguments).options(line -> {}).tlsPort();
    }

    @Test
    void takesWhatIsGiven() {
        LocalOptions options = Arguments.parse(
                        "--assembly",
                        "a",
                        "--port",
                        "0",
                        "--data",
                        "d",
                        "--endpoints",
                        "e.json",
                        "--watch",
                        "w",
                        "--openapi",
                        "o")
                .options(line -> {});

        assertThat(options.assembly()).isEqualTo(Path.of("a"));
        assertThat(options.port()).isZero();
        assertThat(options.data()).contains(Path.of("d"));
        assertThat(options.endpointsFile()).isEqualTo(Path.of("e.json"));
        assertThat(options.watch()).contains(Path.of("w"));
        assertThat(options.apiDescription()).contains(Path.of("o"));
    }

    @Test
    void refusesAPortThatIsNone() {
        assertThatThrownBy(() -> Arguments.parse("--port", "65536"))
                .hasMessage("--port is a number from 0 to 65535, not 65536.");
        assertThatThrownBy(() -> Arguments.parse("--tls-port", "-1"))
                .hasMessage("--tls-port is a number from 0 to 65535, not -1.");
        assertThatThrownBy(() -> Arguments.parse("--port", "http")).hasMessageContaining("not http");
    }

    @Test
    void refusesOnePortForBoth() {
        assertThatThrownBy(() -> Arguments.parse("--tls-port", "80", "--port", "80"))
                .hasMessage("--port and --tls-port are both 80; TLS takes a port of its own.");
        assertThat(tlsPort("--tls-port", "0", "--port", "0")).isZero();
    }

    @Test
    void refusesArgumentsItDoesNotKnow() {
        assertThatThrownBy(() -> Arguments.parse("--prot", "1")).hasMessage("There is no argument --prot; see --help.");
        assertThatThrownBy(() -> Arguments.parse("--port")).hasMessage("--port needs a value; see --help.");
    }
}
