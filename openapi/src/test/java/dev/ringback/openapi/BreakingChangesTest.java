package dev.ringback.openapi;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.ringback.actionkit.ActionManifest;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BreakingChangesTest {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String MANIFEST = """
            {"action":"muteCall","function":"call-api","description":"Mutes.","needs":[],"errors":["BUSY","CALL_NOT_FOUND"],\
            "request":{},"answer":{}}""";
    private static final String REQUEST = """
            {"type":"object","properties":{"callId":{"type":"string"},"loud":{"type":["integer","null"]},\
            "side":{"type":"string","enum":["MINE","THEIRS"]},"ids":{"type":"array","items":{"type":"string"}}},\
            "required":["callId","side"]}""";
    private static final String ANSWER = """
            {"type":"object","properties":{"muted":{"type":"boolean"},"note":{"type":"string"},\
            "state":{"type":"string","enum":["ON","OFF"]},"items":{"type":"array","items":{"type":"object",\
            "properties":{"id":{"type":"string"}},"required":["id"]}}},"required":["muted","state"]}""";

    @Test
    void findsNothingInWhatHasNotChanged() {
        assertThat(breaks(REQUEST, ANSWER, MANIFEST)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '\0',
            value = {
                "\"callId\":{\"type\":\"string\"},|\"callId\":{\"type\":\"integer\"},|request.callId was string and is integer.",
                "\"callId\":{\"type\":\"string\"},||request.callId is gone.",
                "[\"integer\",\"null\"]|\"integer\"|request.loud was integer or null and is integer.",
                "\"required\":[|\"required\":[\"loud\",|request.loud is required now.",
                "\"MINE\",\"THEIRS\"|\"MINE\"|request.side no longer takes THEIRS.",
                "\"callId\":{\"type\":\"string\"|\"callId\":{\"type\":\"string\",\"enum\":[\"A\"]|request.callId takes fewer values than before.",
                "\"items\":{\"type\":\"string\"|\"items\":{\"type\":\"integer\"|request.ids[] was string and is integer.",
            })
    void findsWhatAppsMayNoLongerSend(String instead, String of, String sentence) {
        assertThat(breaks(REQUEST.replace(instead, of == null ? "" : of), ANSWER, MANIFEST))
                .containsExactly("POST /api muteCall " + sentence);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '\0',
            value = {
                "\"note\":{\"type\":\"string\"},||answer.note is gone.",
                "\"muted\":{\"type\":\"boolean\"}|\"muted\":{\"type\":\"string\"}|answer.muted was boolean and is string.",
                "\"note\":{\"type\":\"string\"}|\"note\":{\"type\":[\"string\",\"null\"]}|answer.note was string and is null or string.",
                "[\"muted\",\"state\"]|[\"state\"]|answer.muted may be absent now.",
                "\"id\":{\"type\":\"string\"}|\"id\":{\"type\":\"integer\"}|answer.items[].id was string and is integer.",
            })
    void findsWhatAppsNoLongerGet(String instead, String of, String sentence) {
        assertThat(breaks(REQUEST, ANSWER.replace(instead, of == null ? "" : of), MANIFEST))
                .containsExactly("POST /api muteCall " + sentence);
    }

    @Test
    void findsAnErrorCodeThatIsGone() {
        assertThat(breaks(REQUEST, ANSWER, MANIFEST.replace("\"BUSY\",", "")))
                .containsExactly("POST /api muteCall no longer refuses with BUSY.");
    }

    @Test
    void findsAnActionThatIsGone() {
        assertThat(new BreakingChanges(api(action(REQUEST, ANSWER, MANIFEST)), api()).sentences())
                .containsExactly("POST /api muteCall is gone.");
    }

    @Test
    void findsAnActionThatMovedToAPathOfItsOwn() {
        assertThat(breaks(REQUEST, ANSWER, MANIFEST.replace("\"call-api\"", "\"own\"")))
                .containsExactly("POST /api muteCall is gone.");
    }

    @Test
    void findsAPathThatIsGone() {
        ObjectNode older = api(action(REQUEST, ANSWER, MANIFEST.replace("\"call-api\"", "\"own\"")));
        assertThat(new BreakingChanges(older, api()).sentences()).containsExactly("POST /api/muteCall is gone.");
    }

    @Test
    void takesWhatAppsNeedNotKnow() {
        String request = REQUEST.replace("\"THEIRS\"", "\"THEIRS\",\"BOTH\"")
                .replace("\"properties\":{", "\"properties\":{\"more\":{\"type\":[\"string\",\"null\"]},");
        String answer = ANSWER.replace("\"OFF\"", "\"OFF\",\"DIM\"")
                .replace("\"properties\":{\"muted\"", "\"properties\":{\"more\":{\"type\":\"string\"},\"muted\"");
        String manifest = MANIFEST.replace("\"BUSY\"", "\"BUSY\",\"DEVICE_NOT_FOUND\"");
        assertThat(breaks(request, answer, manifest)).isEmpty();
    }

    @Test
    void takesARequestThatAsksForLess() {
        assertThat(breaks(REQUEST.replace("\"callId\",\"side\"", "\"side\""), ANSWER, MANIFEST))
                .isEmpty();
    }

    @Test
    void takesANewAction() {
        ObjectNode newer = api(
                action(REQUEST, ANSWER, MANIFEST), action(REQUEST, ANSWER, MANIFEST.replace("muteCall", "holdCall")));
        assertThat(new BreakingChanges(api(action(REQUEST, ANSWER, MANIFEST)), newer).sentences())
                .isEmpty();
    }

    private static List<String> breaks(String request, String answer, String manifest) {
        return new BreakingChanges(api(action(REQUEST, ANSWER, MANIFEST)), api(action(request, answer, manifest)))
                .sentences();
    }

    private static ObjectNode api(DescribedAction... actions) {
        return new ApiDescription(Arrays.asList(actions)).toJson();
    }

    private static DescribedAction action(String request, String answer, String manifest) {
        return new DescribedAction(
                ActionManifest.parse("action.json", manifest.getBytes(StandardCharsets.UTF_8)),
                json(request),
                json(answer));
    }

    private static ObjectNode json(String text) {
        try {
            return (ObjectNode) JSON.readTree(text);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }
}
