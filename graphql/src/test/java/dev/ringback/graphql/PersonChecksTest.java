package dev.ringback.graphql;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.ringback.appsyncjs.ResolverError;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What may be written as a name, a client id and an id. */
@TestInstance(Lifecycle.PER_CLASS)
class PersonChecksTest {
    private static final String EMOJI = "\uD83D\uDC69\u200D\uD83D\uDE80";

    @AutoClose
    private final Field createPerson = new Field("Mutation.createPerson");

    @ParameterizedTest
    @ValueSource(strings = {"A", "Émile", "O’Brien", "Nguyễn Văn", "Δημήτρης", "Юлия", "王小明", "محمد", "राम", EMOJI})
    void takesNamesOfAllPeoples(String name) {
        assertThat(stored("firstName", name)).isEqualTo(name);
    }

    @Test
    void trims() {
        assertThat(stored("lastName", " \t Zola\u00a0")).isEqualTo("Zola");
    }

    @Test
    void takesAHundredCharactersAfterTrimming() {
        assertThat(stored("firstName", " " + "a".repeat(100) + " ")).hasSize(100);
    }

    @Test
    void countsASurrogatePairAsOneCharacter() {
        assertThat(stored("firstName", "\uD83D\uDE80".repeat(100))).hasSize(200);
    }

    @ParameterizedTest
    @ValueSource(strings = {"firstName", "lastName", "clientId"})
    void refusesMoreThanAHundredCharacters(String field) {
        assertThat(refusal(field, "a".repeat(101)).message()).isEqualTo(field + " must have 1 to 100 characters.");
    }

    @Test
    void refusesAHundredAndOneSurrogatePairs() {
        assertThat(refusal("firstName", "\uD83D\uDE80".repeat(101)).type()).isEqualTo("BadRequest");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "\n\t", "\u00a0", "\u3000", "\u200b", "\u200d\u2060", "\u3164", "\u2800"})
    void refusesWhatCannotBeSeen(String name) {
        assertThat(refusal("lastName", name).message()).isEqualTo("lastName must have 1 to 100 characters.");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"a\u0000b", "a\nb", "a\u0007", "a\u0085b", "a\u2028b", "evil\u202Egnp", "a\u2066b", "a\ud83db"})
    void refusesControlCharacters(String name) {
        assertThat(refusal("firstName", name).message()).isEqualTo("firstName must not have control characters.");
    }

    @Test
    void saysBadRequest() {
        assertThat(refusal("clientId", " ").type()).isEqualTo("BadRequest");
    }

    @Test
    void refusesAMissingClientId() {
        Run run = createPerson.resolve(Callers.user("ann"), "{input: {firstName: 'A', lastName: 'B'}}");
        assertThat(run.refusal().message()).isEqualTo("clientId must have 1 to 100 characters.");
    }

    @ParameterizedTest
    @ValueSource(strings = {"3b241101-e2bb-4255-8caf-4136c566a962", "01ARZ3NDEKTSV4RRFFQ69G5FAV", "p_1"})
    void takesTheIdsOfClients(String id) {
        ObjectNode arguments = arguments("id", id);
        Run run = createPerson.resolve(Callers.user("ann"), arguments.toString(), Answer.result("{}"));
        assertThat(run.lastSent().at("/key/id/S").asText()).isEqualTo(id);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "a b", "a/b", "a:1", "é", "a\n"})
    void refusesOtherIds(String id) {
        assertThat(refusal("id", id).message()).isEqualTo("id must have 1 to 100 letters, digits, \"-\" or \"_\".");
    }

    @Test
    void refusesAnIdOfMoreThanAHundredCharacters() {
        assertThat(refusal("id", "a".repeat(101)).type()).isEqualTo("BadRequest");
    }

    private String stored(String field, String value) {
        Run run = createPerson.resolve(
                Callers.user("ann"), arguments(field, value).toString(), Answer.result("{}"));
        return run.lastSent().at("/attributeValues/" + field + "/S").asText();
    }

    private ResolverError refusal(String field, String value) {
        Run run = createPerson.resolve(
                Callers.user("ann"), arguments(field, value).toString());
        assertThat(run.sent()).isEmpty();
        return run.refusal();
    }

    private static ObjectNode arguments(String field, String value) {
        ObjectNode arguments = (ObjectNode) Json.of("{input: {firstName: 'A', lastName: 'B', clientId: 'd1'}}");
        ((ObjectNode) arguments.get("input")).put(field, value);
        return arguments;
    }
}
