package dev.ringback.local;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ReadyTextTest {
    private static final Path FILE = Path.of(".ringback", "endpoints.json");

    @Test
    void tellsWhereEverythingIs() {
        Endpoints all = new Endpoints(
                "http://api",
                "http://aws",
                "us-east-1",
                "pool",
                "client",
                "http://cognito",
                "http://inbox",
                "http://events",
                "http://bandwidth",
                "http://graphql",
                "ws://realtime",
                "https://graphql",
                Path.of(".ringback", "ca.pem").toAbsolutePath().toString(),
                "http://try");

        assertThat(new ReadyText(all, FILE, Optional.of(Path.of(".ringback", "amplify_outputs.json")))
                        .after(Duration.ofMillis(2340)))
                .isEqualTo("""
                        Ready after 2.3 s; Ctrl-C stops everything.
                          API        http://api
                          Try it     http://try
                          Directory  http://graphql
                          with TLS   https://graphql (trust .ringback/ca.pem)
                          Inbox      http://inbox
                          Events     http://events
                          Bandwidth  http://bandwidth
                          Cognito    http://cognito (pool pool, client client)
                          AWS        http://aws (access key "local", any secret, region us-east-1)
                        All of it is in .ringback/endpoints.json, and for Amplify in amplify_outputs.json beside it.
                        """);
    }

    @Test
    void keepsSilentAboutWhatTheStacksDoNotHave() {
        Endpoints few = new Endpoints(
                "http://api",
                "http://aws",
                "us-east-1",
                "",
                "",
                "http://cognito",
                "http://inbox",
                "",
                "",
                "",
                "",
                "",
                "/ca",
                "");

        assertThat(new ReadyText(few, FILE, Optional.empty()).after(Duration.ZERO))
                .isEqualTo("""
                Ready after 0.0 s; Ctrl-C stops everything.
                  API        http://api
                  Inbox      http://inbox
                  Cognito    http://cognito
                  AWS        http://aws (access key "local", any secret, region us-east-1)
                All of it is in .ringback/endpoints.json.
                """);
    }
}
