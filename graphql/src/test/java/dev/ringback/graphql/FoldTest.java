package dev.ringback.graphql;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Under what text a name is found. */
@TestInstance(Lifecycle.PER_CLASS)
class FoldTest {
    @AutoClose
    private final Field createPerson = new Field("Mutation.createPerson");

    @AutoClose
    private final Field searchPeople = new Field("Query.searchPeople");

    @ParameterizedTest
    @CsvSource({
        "Émile, emile",
        "Müller, muller",
        "Ångström, angstrom",
        "Nguyễn, nguyen",
        "Çelik, celik",
        "İnci, inci",
        "Işık, isik",
        "Weiß, weiss",
        "GROẞ, gross",
        "Søren, soren",
        "Łukasz, lukasz",
        "Đorđe, dorde",
        "Æsa, aesa",
        "Œdipe, oedipe",
        "Þór, thor",
        "Guðrún, gudrun",
        "Əli, eli",
        "ﬁona, fiona",
        "Ａｎｎ, ann",
        "O’Brien, o'brien",
        "Anne‑Marie, anne-marie",
        "Жанна, жанна",
        "Андрей, андреи",
        "ΝΙΚΟΣ, νικοσ",
        "Νίκος, νικοσ",
        "أحمد, احمد",
        "مُحَمَّد, محمد",
        "שָׁלוֹם, שלום",
        "राम, राम",
        "रोम, रोम",
        "王, 王",
        "\uD83D\uDE80, \uD83D\uDE80"
    })
    void folds(String name, String folded) {
        assertThat(put(name, "x").at("/firstLast/S").asText()).isEqualTo(folded + " x");
    }

    @ParameterizedTest
    @CsvSource({"Émile, e", "ßoss, s", "Ørsted, o", "Жанна, #", "王, #", "'''t Hooft', #", "4U, #"})
    void filesUnderAnInitialFromAToZOrNone(String name, String initial) {
        assertThat(put(name, "x").at("/firstInitial/S").asText()).isEqualTo(initial);
    }

    @Test
    void filesUnderTheLastNamesInitialToo() {
        assertThat(put("Ann", "Østby").at("/lastInitial/S").asText()).isEqualTo("o");
    }

    @Test
    void takesBlanksTogether() {
        assertThat(put("Ann   Mary", "van \u00a0 Dyk").at("/firstLast/S").asText())
                .isEqualTo("ann mary van dyk");
    }

    /** A sort key of DynamoDB has 1024 bytes. */
    @ParameterizedTest
    @ValueSource(strings = {"한", "王", "\uFDFA", "\uD83D\uDE80", "e\u0301"})
    void keepsWithinAnIndexKey(String character) {
        String name = character.repeat(50);
        String key = put(name, name).at("/firstLast/S").asText();
        assertThat(key.getBytes(StandardCharsets.UTF_8)).hasSizeLessThanOrEqualTo(1024);
        assertThat(new String(key.getBytes(StandardCharsets.UTF_8), StandardCharsets.UTF_8))
                .isEqualTo(key);
    }

    @Test
    void keepsWhatFoldingWouldDropAltogether() {
        assertThat(put("\u0301", "\u0300").at("/firstLast/S").asText()).isNotBlank();
    }

    @ParameterizedTest
    @CsvSource({"ÉMILE Z, emile z", "  muller , muller", "김, \u1100\u1175\u11B7"})
    void foldsThePrefixOfASearchAlike(String prefix, String folded) {
        Run run = searchPeople.resolve(
                Callers.user("ann"),
                Json.object().put("prefix", prefix).toString(),
                Answer.result("{items: [], nextToken: 'n'}"));
        assertThat(run.lastSent().at("/query/expressionValues/:prefix/S").asText())
                .isEqualTo(folded);
    }

    private JsonNode put(String firstName, String lastName) {
        ObjectNode arguments = Json.object();
        arguments
                .putObject("input")
                .put("firstName", firstName)
                .put("lastName", lastName)
                .put("clientId", "d1");
        return createPerson
                .resolve(Callers.user("ann"), arguments.toString(), Answer.result("{}"))
                .lastSent()
                .get("attributeValues");
    }
}
