package dev.ringback.local.e2e;

import static dev.ringback.local.e2e.Directory.anybody;
import static dev.ringback.local.e2e.Directory.errorType;
import static dev.ringback.local.e2e.Directory.object;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The people directory: who may do what, and what it means for a call. */
@ExtendWith(BackendExtension.class)
class DirectoryTest {
    private Backend backend;
    private Phone ada;
    private Phone ben;
    private Directory adas;
    private Directory bens;

    @BeforeEach
    void twoUsers(Backend backend) throws Exception {
        this.backend = backend;
        ada = backend.phone("ada");
        ben = backend.phone("ben");
        adas = Directory.of(ada, backend);
        bens = Directory.of(ben, backend);
    }

    @Test
    void aPersonBelongsToWhoCreatesIt() throws Exception {
        assertThat(adas.create(anybody()).path("owner").asText()).isEqualTo(ada.sub());
    }

    @Test
    void nobodyCreatesAPersonForAnother() throws Exception {
        Http.Answer answer = adas.tryToCreate(anybody().put("owner", ben.sub()));

        assertThat(errorType(answer)).isEqualTo("Unauthorized");
    }

    @Test
    void aStrangersUpdateIsUnauthorizedAndChangesNothing() throws Exception {
        JsonNode person = adas.create(anybody());

        Http.Answer answer = bens.update(versioned(person).put("firstName", "Eve"));

        assertThat(errorType(answer)).isEqualTo("Unauthorized");
        assertThat(adas.get(person.path("id").asText())).isEqualTo(person);
    }

    @Test
    void aStrangersDeletionIsUnauthorizedAndChangesNothing() throws Exception {
        JsonNode person = adas.create(anybody());

        Http.Answer answer = bens.delete(versioned(person));

        assertThat(errorType(answer)).isEqualTo("Unauthorized");
        assertThat(adas.get(person.path("id").asText())).isEqualTo(person);
    }

    @Test
    void anOperatorDeletesAnybodyButChangesNobody() throws Exception {
        JsonNode person = adas.create(anybody());
        Directory operators = Directory.of(backend.operatorsPhone("olga"), backend);

        assertThat(errorType(operators.update(versioned(person).put("firstName", "Eve"))))
                .isEqualTo("Unauthorized");
        assertThat(operators
                        .delete(versioned(person))
                        .body()
                        .path("data")
                        .path("deletePerson")
                        .path("_deleted")
                        .asBoolean())
                .isTrue();
    }

    @ParameterizedTest
    @MethodSource("dev.ringback.local.e2e.Forgery#all")
    void aTokenThatThisPoolDidNotIssueOrThatIsOverIsRefused(Forgery forgery) throws Exception {
        Directory forged = new Directory(adas.url(), forgery.of(ada, backend));

        assertRefused(forged.list());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "Bearer", "abc", "a.b.c"})
    void aRequestWithoutATokenIsRefused(String token) throws Exception {
        assertRefused(new Directory(adas.url(), token).list());
    }

    @Test
    void thePushNamesTheCallerByHisPerson() throws Exception {
        ada.registered("GCM");
        ben.registered("GCM");
        adas.create("Ada", "Lovelace", ada.clientId());

        ada.initiateCall(ben);

        assertThat(backend.inbox().firstPushTo(ben.deviceToken()).toString()).contains("Ada Lovelace");
        ada.endCall();
    }

    @Test
    void thePushDoesNotNameTheCallerByAStrangersClaim() throws Exception {
        ada.registered("GCM");
        ben.registered("GCM");
        Directory.of(backend.phone("eve"), backend).create("The", "Police", ada.clientId());

        ada.initiateCall(ben);

        assertThat(backend.inbox().firstPushTo(ben.deviceToken()).toString()).doesNotContain("Police");
        ada.endCall();
    }

    @Test
    void aListComesInPages() throws Exception {
        for (int i = 0; i < 3; i++) {
            adas.create(anybody());
        }
        JsonNode first = bens.page("listPeople", Http.JSON.createObjectNode().put("limit", 2));
        JsonNode second = bens.page(
                "listPeople",
                object("nextToken", first.path("nextToken").asText()).put("limit", 2));

        assertThat(first.path("items")).hasSize(2);
        assertThat(second.path("items")).isNotEmpty();
        assertThat(second.path("items").findValuesAsText("id"))
                .doesNotContainAnyElementsOf(first.path("items").findValuesAsText("id"));
    }

    @Test
    void aPageOfAnyOriginMayAskWhatItMaySend() throws Exception {
        var answer =
                Http.preflight(adas.url(), "https://app.example.com", "authorization,content-type,x-amz-user-agent");

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.headers().firstValue("access-control-allow-origin")).hasValue("*");
        assertThat(answer.headers().firstValue("access-control-allow-headers").orElseThrow())
                .containsIgnoringCase("x-amz-user-agent");
    }

    @Test
    void theBackendsOwnFunctionsReadAndDeleteButCreateNobody() throws Exception {
        JsonNode person = adas.create(anybody());
        Directory functions = Directory.ofBackend(backend);

        assertThat(functions.get(person.path("id").asText())).isEqualTo(person);
        assertThat(errorType(functions.tryToCreate(anybody()))).isEqualTo("Unauthorized");
        assertThat(functions.delete(versioned(person)).body().has("errors")).isFalse();
    }

    private static ObjectNode versioned(JsonNode person) {
        return object("id", person.path("id").asText())
                .put("_version", person.path("_version").asInt());
    }

    private static void assertRefused(Http.Answer answer) {
        assertThat(answer.status()).isEqualTo(401);
        assertThat(errorType(answer)).isEqualTo("UnauthorizedException");
    }
}
