package dev.ringback.local.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** A user blocks others, asks what is kept of him, and goes for good. */
@ExtendWith(BackendExtension.class)
class AccountTest {
    private static final String FIRST = "Zebedina";
    private static final String LAST = "Quixworthy";
    private static final String FORMER = "Oldnamia";

    private Backend backend;
    private Phone ada;
    private Phone ben;

    @BeforeEach
    void twoPhones(Backend backend) throws Exception {
        this.backend = backend;
        ada = backend.phone("ada").registered("GCM");
        ben = backend.phone("ben").registered("GCM");
    }

    @Test
    void whoIsBlockedDoesNotRing() throws Exception {
        assertThat(ben.call("blockUser", "blockedId", ada.clientId()).status()).isEqualTo(200);
        String blocked = ada.calls(ben);
        Eventually.holds(
                "the call is over",
                () -> ada.getCall(blocked).body().path("state").asText().equals("UNREACHABLE"));
        assertThat(ben.getCall(blocked).error()).isEqualTo("CALL_NOT_FOUND");
        assertThat(ben.listCalls().body().toString()).doesNotContain(blocked);

        assertThat(ben.call("listBlockedUsers").body().at("/items/0/blockedId").asText())
                .isEqualTo(ada.clientId());
        ben.call("unblockUser", "blockedId", ada.clientId());
        String call = ada.calls(ben);
        backend.inbox().firstPushTo(ben.deviceToken());
        assertThat(backend.inbox().pushesTo(ben.deviceToken()).toString())
                .contains(call)
                .doesNotContain(blocked);
        ada.endCall();
    }

    @Test
    void theExportHasAllThatTheTablesAndThePoolHave() throws Exception {
        ada.listedAs("Yolanthe", "Fitzbarrow");
        String missed = ended(ada.calls(ben), ada);
        String received = ended(ben.calls(ada), ben);
        ada.call("blockUser", "blockedId", ben.clientId());

        JsonNode first = own(ada, "exportMyData", "").body();
        JsonNode second =
                own(ada, "exportMyData", first.path("nextToken").asText()).body();

        assertThat(first.at("/user/username").asText()).startsWith("ada-");
        assertThat(first.at("/user/attributes").toString()).contains("@example.com", ada.sub());
        assertThat(first.at("/people/0/firstName").asText()).isEqualTo("Yolanthe");
        assertThat(first.at("/devices/0/clientId").asText()).isEqualTo(ada.clientId());
        assertThat(first.toString()).doesNotContain(ada.deviceToken());
        assertThat(first.at("/blocked/0/blockedId").asText()).isEqualTo(ben.clientId());
        assertThat(first.at("/calls/0/callId").asText()).isEqualTo(missed);
        assertThat(second.at("/calls/0/callId").asText()).isEqualTo(received);
        assertThat(second.has("nextToken")).isFalse();
        assertThat(own(ben, "exportMyData", "").body().toString()).doesNotContain("Yolanthe");
    }

    @Test
    void nothingOfAUserIsLeftOnceHisAccountIsDeleted() throws Exception {
        ada = backend.phone("zebedina-quixworthy").registered("GCM");
        JsonNode person = listed();
        Phone tablet = ada.secondDevice("APNS_VOIP");
        String answered = ada.calls(ben);
        ben.answerCall(answered);
        ended(answered, ada);
        String declined = ben.calls(ada);
        ada.declineCall(declined);
        String live = ben.calls(ada);
        ada.call("blockUser", "blockedId", ben.clientId());
        ben.call("blockUser", "blockedId", person.path("id").asText());
        List<String> traces = List.of(
                ada.sub(),
                "zebedina-quixworthy",
                FIRST,
                LAST,
                FORMER,
                FIRST.toLowerCase(),
                LAST.toLowerCase(),
                ada.deviceToken(),
                tablet.deviceToken());
        List<String> clientIds = List.of(ada.clientId(), tablet.clientId());
        assertThat(tables() + pool()).contains(traces).contains(clientIds);

        Http.Answer answer = own(ada, "deleteAccount", "");
        backend.awaitReleases();

        assertThat(answer.body().path("done").asBoolean()).isTrue();
        assertThat(answer.body().path("removed").toString())
                .isEqualTo("{\"devices\":2,\"calls\":3,\"people\":1,\"blocks\":1,\"user\":true}");
        assertThat(tables()).doesNotContain(traces).doesNotContain(clientIds);
        assertThat(pool()).doesNotContain(traces);
        assertThat(mails()).doesNotContain(traces);
        assertThat(backend.logs()).doesNotContain(traces);
        assertThat(ben.getCall(live).body().path("state").asText()).isEqualTo("DECLINED");
        assertThat(ben.listCalls().body().toString())
                .contains(answered, declined, live)
                .doesNotContain(clientIds);
        assertThat(Directory.of(ben, backend)
                        .get(person.path("id").asText())
                        .path("_deleted")
                        .asBoolean())
                .isTrue();
        assertThat(ada.call("register", "notifyType", "GCM", "deviceToken", "another")
                        .error())
                .isEqualTo("UNAUTHORIZED");
        assertThat(own(ada, "deleteAccount", "").body().path("done").asBoolean())
                .isTrue();
    }

    private JsonNode listed() throws Exception {
        Directory directory = Directory.of(ada, backend);
        JsonNode person = directory.create(FORMER, LAST, ada.clientId());
        directory.update(Directory.object("id", person.path("id").asText(), "firstName", FIRST)
                .put("_version", person.path("_version").asInt()));
        return person;
    }

    private String ended(String callId, Phone by) throws Exception {
        by.endCall(callId);
        return callId;
    }

    private Http.Answer own(Phone phone, String action, String nextToken) throws Exception {
        String body = Http.JSON
                .createObjectNode()
                .put(
                        "nextToken",
                        Optional.of(nextToken).filter(token -> !token.isEmpty()).orElse(null))
                .toString();
        return Http.post(
                backend.runtime().endpoints().apiUrl() + "/" + action,
                body,
                "Authorization",
                "Bearer " + phone.accessToken());
    }

    private String tables() {
        return Stream.of("People", "PeopleDelta", "DeviceInfo", "Calls")
                .flatMap(backend::items)
                .map(Object::toString)
                .toList()
                .toString();
    }

    private String pool() throws IOException {
        try (Stream<Path> files = Files.walk(backend.data())) {
            StringBuilder all = new StringBuilder();
            for (Path file :
                    files.filter(path -> path.toString().endsWith(".json")).toList()) {
                all.append(Files.readString(file));
            }
            assertThat(all).contains("\"users\"");
            return all.toString();
        }
    }

    private String mails() throws Exception {
        return Http.get(backend.runtime().endpoints().inboxUrl())
                .body()
                .path("mails")
                .toString();
    }
}
