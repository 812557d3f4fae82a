package dev.ringback.local;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ringback.local.http.HttpAnswer;
import dev.ringback.local.testserver.Requests;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class CognitoPagesTest {
    private final CognitoPages pages = new CognitoPages(request -> new HttpAnswer(200, Map.of(), new byte[0]));

    @Test
    void aPageOfAnyOriginMayCallCognitoWithTheHeadersOfItsSdk() throws Exception {
        HttpAnswer answer = pages.answer(Requests.of(
                "OPTIONS",
                "/",
                "",
                Map.of(
                        "origin", "http://localhost:5173",
                        "access-control-request-method", "POST",
                        "access-control-request-headers", "content-type,x-amz-target,x-amz-user-agent")));

        assertThat(answer.status()).isEqualTo(204);
        assertThat(answer.headers())
                .containsEntry("access-control-allow-origin", "*")
                .containsEntry("access-control-allow-methods", "POST, GET");
        assertThat(List.of(answer.headers().get("access-control-allow-headers").split(", ?")))
                .contains(
                        "content-type",
                        "x-amz-target",
                        "x-amz-user-agent",
                        "cache-control",
                        "amz-sdk-invocation-id",
                        "amz-sdk-request",
                        "authorization");
    }

    @Test
    void handsOtherRequestsOn() throws Exception {
        assertThat(pages.answer(Requests.of("GET", "/", "")).status()).isEqualTo(200);
    }
}
