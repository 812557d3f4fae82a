package dev.ringback.listcalls;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.ringback.actionkit.ErrorCode;
import dev.ringback.calling.InMemoryBackend;
import dev.ringback.calling.LoadedActions;
import dev.ringback.calling.call.Call;
import dev.ringback.calling.call.CallState;
import dev.ringback.calling.call.SampleCalls;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ListCallsTest {
    private final InMemoryBackend backend = new InMemoryBackend();
    private final LoadedActions actions = new LoadedActions(backend);
    private final String anna = backend.device("anna");
    private final String bob = backend.device("bob");
    private final String carl = backend.device("carl");

    @Test
    void listsACallAsGetCallTellsOfIt() {
        Call call = SampleCalls.over(backend, anna, bob, CallState.MISSED);

        assertThat(list("anna", Map.of("clientId", anna)).toString())
                .isEqualTo(("{\"items\":[{\"callId\":\"%s\",\"state\":\"MISSED\","
                                + "\"callerId\":\"%s\",\"calleeId\":\"%s\","
                                + "\"startedAt\":\"2026-03-01T12:00:00Z\",\"ringUntil\":\"2026-03-01T12:00:45Z\","
                                + "\"endedAt\":\"2026-03-01T12:00:00Z\"}]}")
                        .formatted(call.id(), anna, bob));
    }

    @Test
    void listsNothingForAQuietDevice() {
        assertThat(list("anna", Map.of("clientId", anna)).toString()).isEqualTo("{\"items\":[]}");
    }

    @Test
    void listsCallsMadeAndReceivedWithTheNewestFirst() {
        String made = past(anna, bob);
        String received = past(carl, anna);

        assertThat(ids(list("anna", Map.of("clientId", anna)))).containsExactly(received, made);
    }

    @Test
    void listsWhatRangOnTheUsersOtherDevices() {
        String tablet = backend.device("bob");
        String received = past(anna, bob);

        assertThat(ids(list("bob", Map.of("clientId", tablet)))).containsExactly(received);
    }

    @Test
    void listsNoCallThatNeverRangForItsCallee() {
        Call call = SampleCalls.reserved(backend, anna, bob);
        backend.ending.hangUp(call, call.callerId(), Optional.empty());

        assertThat(ids(list("bob", Map.of("clientId", bob)))).isEmpty();
        assertThat(ids(list("anna", Map.of("clientId", anna)))).containsExactly(call.id());
    }

    @Test
    void listsNoToken() {
        SampleCalls.answered(backend, anna, bob);

        assertThat(list("anna", Map.of("clientId", anna)).toString())
                .contains("ANSWERED")
                .doesNotContain("oken", "session-of", "caller-of");
    }

    @Test
    void listsTwentyWhereNoNumberIsGiven() {
        IntStream.range(0, 21).forEach(_ -> past(anna, bob));

        JsonNode answer = list("anna", Map.of("clientId", anna));

        assertThat(answer.path("items")).hasSize(20);
        assertThat(answer.path("nextToken").isTextual()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 5, 100})
    void pagesThroughAllCalls(int limit) {
        List<String> made = new ArrayList<>();
        IntStream.range(0, 5).forEach(i -> made.add(i % 2 == 0 ? past(anna, bob) : past(carl, anna)));

        List<String> listed = new ArrayList<>();
        JsonNode page = list("anna", Map.of("clientId", anna, "limit", limit));
        listed.addAll(ids(page));
        while (page.has("nextToken") && listed.size() <= made.size()) {
            String next = page.get("nextToken").textValue();
            page = list("anna", Map.of("clientId", anna, "limit", limit, "nextToken", next));
            listed.addAll(ids(page));
        }

        assertThat(listed).isEqualTo(made.reversed());
    }

    @ParameterizedTest
    @ValueSource(ints = {-1, 0, 101})
    void refusesANumberOutOfRange(int limit) {
        assertThat(refusal("anna", Map.of("clientId", anna, "limit", limit))).isEqualTo(ErrorCode.BAD_REQUEST);
    }

    @Test
    void refusesWhatIsNoWholeNumber() {
        assertThat(refusal("anna", Map.of("clientId", anna, "limit", "5"))).isEqualTo(ErrorCode.BAD_REQUEST);
        assertThat(refusal("anna", Map.of("clientId", anna, "limit", 5.5))).isEqualTo(ErrorCode.BAD_REQUEST);
        assertThat(refusal("anna", Map.of("clientId", anna, "limit", true))).isEqualTo(ErrorCode.BAD_REQUEST);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "2", "#", "1772366400000", "1772366400000#", "1772366400000#a b", "x1772366400000#a"})
    void refusesATokenThatIsNoneOfItsOwn(String position) {
        String token = Base64.getUrlEncoder().encodeToString(position.getBytes(StandardCharsets.UTF_8));

        assertThat(refusal("anna", Map.of("clientId", anna, "nextToken", token)))
                .isEqualTo(ErrorCode.BAD_REQUEST);
    }

    @ParameterizedTest
    @ValueSource(strings = {"%", "ümlaut", "not base64!"})
    void refusesATokenThatIsNotEvenBase64(String token) {
        assertThat(refusal("anna", Map.of("clientId", anna, "nextToken", token)))
                .isEqualTo(ErrorCode.BAD_REQUEST);
    }

    @Test
    void showsNothingOfAnotherByTheTokenOfItsPage() {
        past(anna, carl);
        past(anna, carl);
        String annas = list("anna", Map.of("clientId", anna, "limit", 1))
                .get("nextToken")
                .textValue();

        assertThat(ids(list("bob", Map.of("clientId", bob, "nextToken", annas))))
                .isEmpty();
    }

    @Test
    void refusesTheDeviceOfAnother() {
        past(anna, bob);

        assertThat(refusal("carl", Map.of("clientId", anna))).isEqualTo(ErrorCode.DEVICE_NOT_FOUND);
        assertThat(refusal("bob", Map.of("clientId", anna))).isEqualTo(ErrorCode.DEVICE_NOT_FOUND);
    }

    @Test
    void refusesAnUnknownDevice() {
        assertThat(refusal("anna", Map.of("clientId", "unknown"))).isEqualTo(ErrorCode.DEVICE_NOT_FOUND);
    }

    @Test
    void refusesADeviceThatIsDeletedThoughItsCallsAreStillKnown() {
        past(anna, bob);
        backend.devices.delete(backend.devices.find(anna).orElseThrow());

        assertThat(refusal("anna", Map.of("clientId", anna))).isEqualTo(ErrorCode.DEVICE_NOT_FOUND);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "token#00", "../x", "a b"})
    void refusesWhatCannotBeAnId(String id) {
        assertThat(refusal("anna", Map.of("clientId", id))).isEqualTo(ErrorCode.BAD_REQUEST);
    }

    private String past(String caller, String callee) {
        backend.clock.advance(Duration.ofSeconds(1));
        return SampleCalls.over(backend, caller, callee, CallState.CANCELLED).id();
    }

    private JsonNode list(String owner, Map<String, ?> fields) {
        return actions.answer(owner, "listCalls", fields);
    }

    private ErrorCode refusal(String owner, Map<String, ?> fields) {
        return actions.refusal(owner, "listCalls", fields);
    }

    private static List<String> ids(JsonNode answer) {
        return answer.path("items").findValuesAsText("callId");
    }
}
