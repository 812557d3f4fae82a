package dev.ringback.local;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;

/** What the person at the terminal is told once everything runs: where that is which is there. */
record ReadyText(Endpoints endpoints, Path endpointsFile, Optional<Path> amplifyOutputs) {
    /** @param time that the start took */
    String after(Duration time) {
        return String.format(Locale.ROOT, "Ready after %.1f s; Ctrl-C stops everything.\n", time.toMillis() / 1000.0)
                + line("API", endpoints.apiUrl())
                + line("Try it", endpoints.tryUrl())
                + line("Directory", endpoints.graphqlUrl())
                + line("with TLS", endpoints.graphqlTlsUrl(), " (trust " + caCertificate() + ")")
                + line("Inbox", endpoints.inboxUrl())
                + line("Events", endpoints.eventsUrl())
                + line("Bandwidth", endpoints.bandwidthUrl())
                + line("Cognito", endpoints.cognitoEndpoint(), pool())
                + line("AWS", endpoints.awsEndpoint(), aws())
                + files();
    }

    private static String line(String name, String url) {
        return line(name, url, "");
    }

    private static String line(String name, String url, String more) {
        return url.isEmpty() ? "" : String.format("  %-10s %s%s\n", name, url, more);
    }

    private Path caCertificate() {
        return Path.of("").toAbsolutePath().relativize(Path.of(endpoints.caCertificate()));
    }

    private String pool() {
        return endpoints.userPoolId().isEmpty()
                ? ""
                : " (pool " + endpoints.userPoolId() + ", client " + endpoints.userPoolClientId() + ")";
    }

    private String aws() {
        return " (access key \"local\", any secret, region " + endpoints.region() + ")";
    }

    private String files() {
        return "All of it is in " + endpointsFile
                + amplifyOutputs
                        .map(file -> ", and for Amplify in " + file.getFileName() + " beside it")
                        .orElse("")
                + ".\n";
    }
}
