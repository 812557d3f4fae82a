package dev.ringback.actionkit;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ActionsTest {
    private static final Caller CALLER = new Caller("sub-1");
    private static final String FULL = """
            {"action":"echo","text":"hi","number":7,"yes":true,"colour":"RED","list":["a"],"note":"n","shade":"GREEN"}""";

    private final Actions actions = Actions.load(new NoPorts());

    @Test
    void findsTheActionsOnTheClassPath() {
        assertThat(actions.names()).containsExactly("echo");
    }

    @Test
    void bindsEveryFieldOfTheRecord() {
        assertThat(dispatch(FULL))
                .isEqualTo(Result.answer(new Sample.Answer(
                        CALLER,
                        new Sample.Request(
                                "hi",
                                7,
                                true,
                                Sample.Colour.RED,
                                List.of("a"),
                                Optional.of("n"),
                                Optional.of(Sample.Colour.GREEN)),
                        null)));
    }

    @Test
    void ignoresFieldsItDoesNotKnow() {
        assertThat(dispatch(FULL.replace("{", "{\"build\":{\"n\":[1]},"))).isInstanceOf(Result.Answered.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"\"note\":null", "\"other\":1"})
    void leavesAnOptionalFieldEmptyWhenItIsNullOrMissing(String instead) {
        Result<?> result = dispatch(FULL.replace("\"note\":\"n\"", instead));

        assertThat(result)
                .isInstanceOfSatisfying(
                        Result.Answered.class,
                        answered -> assertThat(((Sample.Answer) answered.answer())
                                        .request()
                                        .note())
                                .isEmpty());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '\0',
            value = {
                "\"text\":\"hi\"|\"text\":null|Field \"text\" must not be null.",
                "\"text\":\"hi\"|\"t\":1|Field \"text\" is missing.",
                "\"text\":\"hi\"|\"text\":5|Field \"text\" must be a string.",
                "\"text\":\"hi\"|\"text\":5.5|Field \"text\" must be a string.",
                "\"text\":\"hi\"|\"text\":true|Field \"text\" must be a string.",
                "\"text\":\"hi\"|\"text\":[\"hi\"]|Field \"text\" must be a string.",
                "\"text\":\"hi\"|\"text\":[]|Field \"text\" must be a string.",
                "\"text\":\"hi\"|\"text\":{\"a\":1}|Field \"text\" must be a string.",
                "\"text\":\"hi\"|\"text\":{}|Field \"text\" must be a string.",
                "\"number\":7|\"number\":\"7\"|Field \"number\" must be a number in range.",
                "\"number\":7|\"number\":7.5|Field \"number\" must be a number in range.",
                "\"number\":7|\"number\":99999999999|Field \"number\" must be a number in range.",
                "\"number\":7|\"number\":true|Field \"number\" must be a number in range.",
                "\"number\":7|\"number\":\"\"|Field \"number\" must be a number in range.",
                "\"number\":7|\"number\":null|Field \"number\" must not be null.",
                "\"number\":7|\"n\":7|Field \"number\" is missing.",
                "\"yes\":true|\"yes\":\"true\"|Field \"yes\" must be true or false.",
                "\"yes\":true|\"yes\":1|Field \"yes\" must be true or false.",
                "\"colour\":\"RED\"|\"colour\":\"BLUE\"|Field \"colour\" must be one of RED, GREEN.",
                "\"colour\":\"RED\"|\"colour\":\"red\"|Field \"colour\" must be one of RED, GREEN.",
                "\"colour\":\"RED\"|\"colour\":\"\"|Field \"colour\" must be one of RED, GREEN.",
                "\"colour\":\"RED\"|\"colour\":0|Field \"colour\" must be one of RED, GREEN.",
                "\"colour\":\"RED\"|\"colour\":\"0\"|Field \"colour\" must be one of RED, GREEN.",
                "\"colour\":\"RED\"|\"colour\":[\"RED\"]|Field \"colour\" must be one of RED, GREEN.",
                "\"colour\":\"RED\"|\"colour\":null|Field \"colour\" must not be null.",
                "\"list\":[\"a\"]|\"list\":\"a\"|Field \"list\" must be a list.",
                "\"list\":[\"a\"]|\"list\":\"\"|Field \"list\" must be a list.",
                "\"list\":[\"a\"]|\"list\":{}|Field \"list\" must be a list.",
                "\"list\":[\"a\"]|\"list\":[\"a\",2]|Field \"list[1]\" must be a string.",
                "\"list\":[\"a\"]|\"list\":[[\"a\"]]|Field \"list[0]\" must be a string.",
                "\"list\":[\"a\"]|\"list\":[\"a\",null]|Field \"list[1]\" must not be null.",
                "\"list\":[\"a\"]|\"list\":null|Field \"list\" must not be null.",
                "\"note\":\"n\"|\"note\":5|Field \"note\" must be a string.",
                "\"shade\":\"GREEN\"|\"shade\":\"BLUE\"|Field \"shade\" must be one of RED, GREEN.",
                "\"text\":\"hi\"|\"text\":\"far too long\"|Field \"text\" must have at most 10 characters.",
                "\"action\":\"echo\"|\"a\":1|Field \"action\" is missing.",
                "\"action\":\"echo\"|\"action\":1|Field \"action\" must be a string.",
                "\"action\":\"echo\"|\"action\":null|Field \"action\" must be a string.",
            })
    void refusesAFieldThatDoesNotFitAndNamesIt(String field, String instead, String message) {
        assertThat(dispatch(FULL.replace(field, instead))).isEqualTo(Result.refuse(ErrorCode.BAD_REQUEST, message));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "[]",
                "7",
                "null",
                "\"echo\"",
                "{",
                "{}x",
                "{'a':1}",
                "hello",
                "{\"a\":1,\"a\":2}",
                "\u0000"
            })
    void refusesABodyThatIsNotOneJsonObject(String body) {
        assertThat(dispatch(body))
                .isInstanceOfSatisfying(
                        Result.Refused.class,
                        refused -> assertThat(refused.code()).isEqualTo(ErrorCode.BAD_REQUEST));
    }

    @Test
    void refusesSomethingAfterTheObject() {
        assertThat(dispatch(FULL + " {}")).isInstanceOf(Result.Refused.class);
    }

    @Test
    void refusesInvalidUtf8() {
        byte[] body = FULL.getBytes(UTF_8);
        body[FULL.indexOf("hi")] = (byte) 0xff;

        assertThat(actions.dispatch(CALLER, body).result())
                .isEqualTo(Result.refuse(ErrorCode.BAD_REQUEST, "The body is not valid JSON."));
    }

    @Test
    void refusesDeepNesting() {
        assertThat(dispatch("[".repeat(10_000))).isInstanceOf(Result.Refused.class);
    }

    @Test
    void takesABodyOfExactly10Kb() {
        assertThat(dispatch(FULL + " ".repeat(10 * 1024 - FULL.length()))).isInstanceOf(Result.Answered.class);
    }

    @Test
    void refusesABodyOverTenKb() {
        assertThat(dispatch(FULL + " ".repeat(10 * 1024 - FULL.length() + 1)))
                .isEqualTo(Result.refuse(ErrorCode.BAD_REQUEST, "The body is larger than 10 KB."));
    }

    @Test
    void refusesAnUnknownActionAndListsTheKnown() {
        Dispatched dispatched = actions.dispatch(CALLER, "{\"action\":\"shout\"}".getBytes(UTF_8));

        assertThat(dispatched)
                .isEqualTo(new Dispatched(
                        Optional.empty(),
                        Result.refuse(ErrorCode.UNKNOWN_ACTION, "There is no such action. The actions are echo.")));
    }

    @Test
    void namesTheActionOfARefusedRequest() {
        assertThat(actions.dispatch(CALLER, "{\"action\":\"echo\"}".getBytes(UTF_8))
                        .action())
                .contains("echo");
    }

    @Test
    void takesTheActionFromThePathWhereThereIsOne() {
        byte[] body = FULL.replace("\"action\":\"echo\",", "").getBytes(UTF_8);

        assertThat(actions.dispatch(CALLER, body, Optional.of("echo")).result()).isInstanceOf(Result.Answered.class);
    }

    @Test
    void refusesAnActionOtherThanThePaths() {
        byte[] body = FULL.getBytes(UTF_8);

        assertThat(actions.dispatch(CALLER, body, Optional.of("shout")).result())
                .isEqualTo(Result.refuse(
                        ErrorCode.BAD_REQUEST, "Field \"action\" must be the action of the path, or absent."));
    }

    @ParameterizedTest
    @ValueSource(strings = {"busy", "later"})
    void takesARefusalWithACodeThatIsDeclaredOrEveryActions(String text) {
        assertThat(undeclared(text)).isEmpty();
    }

    @Test
    void tellsOfARefusalWithACodeThatIsNotDeclared() {
        assertThat(undeclared("gone")).contains(ErrorCode.CALL_NOT_FOUND);
    }

    @Test
    void letsAFaultOfARecordThroughAsItIs() {
        assertThatThrownBy(() -> dispatch(FULL.replace("hi", "bug")))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("a bug");
    }

    @Test
    void writesAnswersWithoutWhatIsAbsent() {
        record Answer(
                String id, Optional<String> present, Optional<String> absent, String nothing, List<String> none) {}

        assertThat(new String(
                        actions.write(new Answer("1", Optional.of("2"), Optional.empty(), null, List.of())), UTF_8))
                .isEqualTo("{\"id\":\"1\",\"present\":\"2\",\"none\":[]}");
    }

    private Optional<ErrorCode> undeclared(String text) {
        return actions.dispatch(CALLER, FULL.replace("hi", text).getBytes(UTF_8))
                .undeclared();
    }

    private Result<?> dispatch(String body) {
        return actions.dispatch(CALLER, body.getBytes(UTF_8)).result();
    }

    private record NoPorts() implements Ports {
        @Override
        public <T> T get(Class<T> port) {
            throw new IllegalStateException("there is no port");
        }
    }
}
