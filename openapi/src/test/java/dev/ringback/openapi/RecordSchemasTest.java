package dev.ringback.openapi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.ringback.actionkit.ActionManifest;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class RecordSchemasTest {
    private static final String FIELDS = """
            {"text":"T","note":"N","colour":"C","shade":"S","number":"I","yes":"Y","list":"L","inner":"O","inner.deep":"D","maybe":"M"}""";

    private final RecordSchemas schemas = new RecordSchemas();

    enum Colour {
        RED,
        GREEN
    }

    record Inner(String deep) {}

    record Everything(
            String text,
            Optional<String> note,
            Colour colour,
            Optional<Colour> shade,
            int number,
            boolean yes,
            List<Inner> list,
            Inner inner,
            Optional<Inner> maybe) {}

    @Test
    void whatIsNotOptionalIsRequired() {
        assertThat(schemas.request(manifest(FIELDS), Everything.class)
                        .path("required")
                        .toString())
                .isEqualTo("[\"text\",\"colour\",\"number\",\"yes\",\"list\",\"inner\"]");
    }

    @Test
    void anOptionalFieldOfARequestMayBeNull() {
        var fields = schemas.request(manifest(FIELDS), Everything.class).path("properties");
        assertThat(fields.at("/note/type").toString()).isEqualTo("[\"string\",\"null\"]");
        assertThat(fields.at("/maybe/type").toString()).isEqualTo("[\"object\",\"null\"]");
    }

    @Test
    void anOptionalFieldOfAnAnswerIsLeftOutInstead() {
        assertThat(schemas.answer(manifest(FIELDS), Everything.class).toString())
                .contains("\"note\":{\"type\":\"string\"")
                .contains("\"shade\":{\"type\":\"string\",\"enum\":[\"RED\",\"GREEN\"]")
                .contains("\"maybe\":{\"type\":\"object\"")
                .doesNotContain("null");
    }

    @Test
    void theFieldsHaveTheTypesOfTheRecord() {
        var fields = schemas.request(manifest(FIELDS), Everything.class).path("properties");
        assertThat(fields.at("/number/type").asText()).isEqualTo("integer");
        assertThat(fields.at("/yes/type").asText()).isEqualTo("boolean");
        assertThat(fields.at("/colour/enum").toString()).isEqualTo("[\"RED\",\"GREEN\"]");
        assertThat(fields.at("/list/items/properties/deep/type").asText()).isEqualTo("string");
    }

    @Test
    void theManifestSaysWhatTheyMean() {
        var fields = schemas.request(manifest(FIELDS), Everything.class).path("properties");
        assertThat(fields.at("/text/description").asText()).isEqualTo("T");
        assertThat(fields.at("/inner/properties/deep/description").asText()).isEqualTo("D");
    }

    @Test
    void refusesAFieldOfWhichTheManifestSaysNothing() {
        assertThatExceptionOfType(ApiRefused.class)
                .isThrownBy(() -> schemas.request(manifest("{}"), Inner.class))
                .withMessage("The action.json of muteCall: request.deep is missing: say what the field means.");
    }

    @Test
    void refusesAMeaningOfNoField() {
        assertThatExceptionOfType(ApiRefused.class)
                .isThrownBy(() -> schemas.answer(manifest("{\"deep\":\"D\",\"depe\":\"D\"}"), Inner.class))
                .withMessage("The action.json of muteCall: answer.depe is of no field of the record.");
    }

    private static ActionManifest manifest(String fields) {
        String json = """
                {"action":"muteCall","function":"own","description":"Mutes a call.","needs":[],"errors":[],\
                "request":%s,"answer":%s}""".formatted(fields, fields);
        return ActionManifest.parse("action.json", json.getBytes(StandardCharsets.UTF_8));
    }
}
