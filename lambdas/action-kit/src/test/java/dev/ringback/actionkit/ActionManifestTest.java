package dev.ringback.actionkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ActionManifestTest {
    private static final String FULL = """
            {"action":"muteCall","function":"own","description":"Mutes a call.","needs":["calls","devices:read"],\
            "errors":["BUSY","CALL_NOT_FOUND"],"request":{"callId":"The call."},"answer":{"muted":"Whether it is."}}""";

    @Test
    void readsAll() {
        ActionManifest manifest = parse(FULL);

        assertThat(manifest.action()).isEqualTo("muteCall");
        assertThat(manifest.function()).isEqualTo(FunctionKind.OWN);
        assertThat(manifest.description()).isEqualTo("Mutes a call.");
        assertThat(manifest.needs()).containsExactly(Need.DEVICES_READ, Need.CALLS);
        assertThat(manifest.errors()).containsExactly(ErrorCode.CALL_NOT_FOUND, ErrorCode.BUSY);
        assertThat(manifest.request()).isEqualTo(Map.of("callId", "The call."));
        assertThat(manifest.answer()).isEqualTo(Map.of("muted", "Whether it is."));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '\0',
            value = {
                "\"calls\"|\"moon\"|needs lists \"moon\", which is unknown; known are devices:read, devices, calls,",
                "\"calls\"|\"devices:read\"|needs lists \"devices:read\" twice.",
                "\"BUSY\"|\"BORED\"|errors lists \"BORED\", which is unknown; known are BAD_REQUEST,",
                "\"BUSY\"|\"BAD_REQUEST\"|errors must not list BAD_REQUEST, which every action can answer with.",
                "\"own\"|\"mine\"|function must be \"call-api\" or \"own\", not \"mine\".",
                "muteCall|MuteCall|action must be a name such as \"muteCall\", not \"MuteCall\".",
                "muteCall|mute/call|action must be a name such as \"muteCall\", not \"mute/call\".",
                "\"Mutes a call.\"|\" \"|description must be a text.",
                "\"The call.\"|7|request.callId must say what the field means.",
                "\"answer\"|\"reply\"|reply is not a known key; known are action, answer, description,",
                "\"needs\":[\"calls\",\"devices:read\"]|\"needs\":\"calls\"|needs must be a list.",
            })
    void refusesWhatIsWrongAndNamesIt(String instead, String of, String message) {
        assertThatExceptionOfType(ManifestException.class)
                .isThrownBy(() -> parse(FULL.replace(instead, of)))
                .withMessageStartingWith("mute-call/action.json: " + message);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "[]", "{", "{\"action\":\"a\",\"action\":\"b\"}"})
    void refusesWhatIsNoObject(String json) {
        assertThatExceptionOfType(ManifestException.class)
                .isThrownBy(() -> parse(json))
                .withMessage("mute-call/action.json must hold one JSON object, with no key twice.");
    }

    private static ActionManifest parse(String json) {
        return ActionManifest.parse("mute-call/action.json", json.getBytes(StandardCharsets.UTF_8));
    }
}
