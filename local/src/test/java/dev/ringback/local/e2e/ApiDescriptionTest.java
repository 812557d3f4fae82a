package dev.ringback.local.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The description of the API that the runtime serves is of the API that it runs. */
@ExtendWith(BackendExtension.class)
class ApiDescriptionTest {
    private final Backend backend;

    ApiDescriptionTest(Backend backend) {
        this.backend = backend;
    }

    @Test
    void itsServerIsThisMachine() throws Exception {
        String api = URI.create(backend.runtime().endpoints().apiUrl()).getPath();

        assertThat(description().at("/servers/0/url").asText() + "/api").isEqualTo(api);
    }

    @Test
    void itsExamplesAreTakenForRequestsOfTheirActions() throws Exception {
        Phone ada = backend.phone("ada");
        JsonNode examples = description().at("/paths/~1api/post/requestBody/content/application~1json/examples");

        assertThat(examples).hasSizeGreaterThan(8);
        for (JsonNode example : examples) {
            Http.Answer answer = ada.send(example.path("value").toString());
            assertThat(answer.error())
                    .as(example.path("value") + " " + answer.body())
                    .isNotIn("UNKNOWN_ACTION", "INTERNAL")
                    .satisfies(code ->
                            assertThat(answer.body().path("message").asText()).doesNotContain("missing", "must be a"));
        }
    }

    @Test
    void aPageTriesIt() throws Exception {
        assertThat(backend.runtime().endpoints().tryUrl()).endsWith("/try");
        assertThat(Http.get(backend.runtime().endpoints().tryUrl()).status()).isEqualTo(200);
    }

    private JsonNode description() throws Exception {
        return Http.get(backend.runtime().endpoints().awsEndpoint() + "/openapi.json")
                .body();
    }
}
