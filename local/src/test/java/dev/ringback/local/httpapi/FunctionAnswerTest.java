package dev.ringback.local.httpapi;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ringback.local.http.HttpAnswer;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class FunctionAnswerTest {
    private final FunctionAnswer answers = new FunctionAnswer();

    @Test
    void takesStatusHeadersAndBody() {
        HttpAnswer answer = read("{\"statusCode\":201,\"headers\":{\"Content-Type\":\"application/json\",\"X-N\":1},"
                        + "\"body\":\"{}\"}")
                .orElseThrow();

        assertThat(answer.status()).isEqualTo(201);
        assertThat(answer.headers())
                .containsEntry("content-type", "application/json")
                .containsEntry("x-n", "1");
        assertThat(answer.body()).asString().isEqualTo("{}");
    }

    @Test
    void decodesABody() {
        assertThat(read("{\"statusCode\":200,\"isBase64Encoded\":true,\"body\":\"YWJj\"}")
                        .orElseThrow()
                        .body())
                .asString()
                .isEqualTo("abc");
    }

    @Test
    void takesAnythingElseForTheBodyOfAGoodAnswer() {
        HttpAnswer answer = read("{\"a\":1}").orElseThrow();

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.headers()).containsEntry("content-type", "application/json");
        assertThat(answer.body()).asString().isEqualTo("{\"a\":1}");
    }

    @Test
    void doesNotUnderstandWhatIsNotJsonOrHasNoStatus() {
        assertThat(read("<html>")).isEmpty();
        assertThat(read("")).isEmpty();
        assertThat(read("{\"statusCode\":\"fine\"}")).isEmpty();
        assertThat(read("{\"statusCode\":200,\"isBase64Encoded\":true,\"body\":\"***\"}"))
                .isEmpty();
    }

    private Optional<HttpAnswer> read(String payload) {
        return answers.read(payload.getBytes(StandardCharsets.UTF_8));
    }
}
