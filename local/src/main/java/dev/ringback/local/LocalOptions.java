package dev.ringback.local;

import dev.ringback.local.lambda.AsyncInvoker;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * How the local runtime is to run.
 *
 * @param assembly the folder of the synthesized stacks
 * @param port of the gateway; 0 takes a free one
 * @param tlsPort of the gateway's TLS; 0 takes a free one
 * @param data the folder in which data is kept; empty keeps it in memory
 * @param endpointsFile where the addresses are written for other programs
 * @param asyncWaits the waits before the second and the third attempt at an asynchronous event
 * @param watch the folder of the GraphQL schema and resolvers whose changes are applied at once; empty applies none
 * @param apiDescription the file of the API's OpenAPI description; empty serves none, and no page to try it
 * @param console takes the lines for the person at the terminal
 */
public record LocalOptions(
        Path assembly,
        int port,
        int tlsPort,
        Optional<Path> data,
        Path endpointsFile,
        List<Duration> asyncWaits,
        Optional<Path> watch,
        Optional<Path> apiDescription,
        Consumer<String> console) {
    public static final int PORT = 4566;
    public static final Path ENDPOINTS_FILE = Path.of(".ringback", "endpoints.json");

    /** On a free port, in memory, with Lambda's waits. */
    public static LocalOptions of(Path assembly, Path endpointsFile, Consumer<String> console) {
        return new LocalOptions(
                assembly,
                0,
                0,
                Optional.empty(),
                endpointsFile,
                AsyncInvoker.WAITS,
                Optional.empty(),
                Optional.empty(),
                console);
    }

    public LocalOptions keepingDataIn(Path folder) {
        return new LocalOptions(
                assembly,
                port,
                tlsPort,
                Optional.of(folder),
                endpointsFile,
                asyncWaits,
                watch,
                apiDescription,
                console);
    }

    public LocalOptions onPort(int wanted) {
        return new LocalOptions(
                assembly, wanted, tlsPort, data, endpointsFile, asyncWaits, watch, apiDescription, console);
    }

    public LocalOptions onTlsPort(int wanted) {
        return new LocalOptions(
                assembly, port, wanted, data, endpointsFile, asyncWaits, watch, apiDescription, console);
    }

    public LocalOptions watching(Path folder) {
        return new LocalOptions(
                assembly, port, tlsPort, data, endpointsFile, asyncWaits, Optional.of(folder), apiDescription, console);
    }

    public LocalOptions describingTheApi(Path file) {
        return new LocalOptions(
                assembly, port, tlsPort, data, endpointsFile, asyncWaits, watch, Optional.of(file), console);
    }
}
