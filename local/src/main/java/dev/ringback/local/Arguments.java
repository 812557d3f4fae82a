package dev.ringback.local;

import dev.ringback.local.lambda.AsyncInvoker;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Consumer;

/** Reads the command line. */
final class Arguments {
    static final String HELP = """
            Runs the synthesized stacks on this machine until Ctrl-C.

              --assembly DIR    the cloud assembly (default: cdk.out/local)
              --port N          the port of the gateway on 127.0.0.1 (default: 4566; 0 takes a free one)
              --tls-port N      the same with TLS (default: the port after the gateway's, 4567)
              --data DIR        keeps tables, users and secrets there (default: in memory)
              --endpoints FILE  where the addresses are written (default: .ringback/endpoints.json)
              --watch DIR       applies what changes in this folder, graphql, while everything runs
              --openapi FILE    serves this description of the API, and a page to try it with
              --help            shows this
            """;
    private static final int HIGHEST_PORT = 65_535;

    private Path assembly = Path.of("cdk.out", "local");
    private int port = LocalOptions.PORT;
    private OptionalInt tlsPort = OptionalInt.empty();
    private Optional<Path> data = Optional.empty();
    private Path endpointsFile = LocalOptions.ENDPOINTS_FILE;
    private Optional<Path> watch = Optional.empty();
    private Optional<Path> apiDescription = Optional.empty();
    private boolean help;

    private Arguments() {}

    /** @throws IllegalArgumentException whose message says which argument is wrong */
    static Arguments parse(String... arguments) {
        Arguments parsed = new Arguments();
        Deque<String> rest = new ArrayDeque<>(List.of(arguments));
        while (!rest.isEmpty()) {
            parsed.take(rest.pop(), rest);
        }
        parsed.checkPorts();
        return parsed;
    }

    private void checkPorts() {
        if (port != 0 && tlsPort.orElse(0) == port) {
            throw new IllegalArgumentException(
                    "--port and --tls-port are both " + port + "; TLS takes a port of its own.");
        }
    }

    private void take(String name, Deque<String> rest) {
        switch (name) {
            case "--assembly" -> assembly = Path.of(value(name, rest));
            case "--port" -> port = port(name, value(name, rest));
            case "--tls-port" -> tlsPort = OptionalInt.of(port(name, value(name, rest)));
            case "--data" -> data = Optional.of(Path.of(value(name, rest)));
            case "--endpoints" -> endpointsFile = Path.of(value(name, rest));
            case "--watch" -> watch = Optional.of(Path.of(value(name, rest)));
            case "--openapi" -> apiDescription = Optional.of(Path.of(value(name, rest)));
            case "--help" -> help = true;
            default -> throw new IllegalArgumentException("There is no argument " + name + "; see --help.");
        }
    }

    private static String value(String name, Deque<String> rest) {
        if (rest.isEmpty()) {
            throw new IllegalArgumentException(name + " needs a value; see --help.");
        }
        return rest.pop();
    }

    private static int port(String name, String text) {
        try {
            int port = Integer.parseInt(text);
            if (port >= 0 && port <= HIGHEST_PORT) {
                return port;
            }
        } catch (NumberFormatException notANumber) {
            // Refused below, like a number that is no port.
        }
        throw new IllegalArgumentException(name + " is a number from 0 to " + HIGHEST_PORT + ", not " + text + ".");
    }

    boolean wantsHelp() {
        return help;
    }

    LocalOptions options(Consumer<String> console) {
        return new LocalOptions(
                assembly,
                port,
                tlsPort.orElse(portAfter()),
                data,
                endpointsFile,
                AsyncInvoker.WAITS,
                watch,
                apiDescription,
                console);
    }

    private int portAfter() {
        return port == 0 || port == HIGHEST_PORT ? 0 : port + 1;
    }
}
