package dev.ringback.local.tryit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ringback.local.http.HttpAnswer;
import dev.ringback.local.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TryPageTest {
    private final TryPage page = new TryPage("client-1");

    @Test
    void signsInToThePoolOfThisMachine() throws Exception {
        assertThat(text("/")).contains("data-client=\"client-1\"").doesNotContain("USER_POOL_CLIENT_ID");
    }

    @Test
    void loadsNothingFromElsewhere() throws Exception {
        assertThat(Pattern.compile("(?:src|href)=\"([^\"]+)\"")
                        .matcher(text("/"))
                        .results()
                        .map(result -> result.group(1)))
                .hasSize(3)
                .allMatch(address -> address.startsWith("/try/"));
    }

    @ParameterizedTest
    @CsvSource({"/swagger-ui-bundle.js,text/javascript", "/swagger-ui.css,text/css", "/try.js,text/javascript"})
    void hasWhatItLoads(String path, String type) throws Exception {
        HttpAnswer answer = get(path);
        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.headers()).containsEntry("content-type", type);
        assertThat(answer.body()).isNotEmpty();
    }

    @ParameterizedTest
    @CsvSource({"/page.html", "/../TryPage.class", "/swagger-ui.js"})
    void hasNothingElse(String path) throws Exception {
        assertThat(get(path).status()).isEqualTo(404);
    }

    private String text(String path) throws Exception {
        return new String(get(path).body(), StandardCharsets.UTF_8);
    }

    private HttpAnswer get(String path) throws Exception {
        return page.answer(new HttpRequest("GET", path, "", Map.of(), new byte[0], "127.0.0.1", () -> false));
    }
}
