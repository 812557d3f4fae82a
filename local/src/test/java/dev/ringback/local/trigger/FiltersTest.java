package dev.ringback.local.trigger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.ringback.local.stack.StackFailure;
import org.junit.jupiter.api.Test;

class FiltersTest {
    private static final String OVER_AND_LEASED =
            "{\"dynamodb\":{\"NewImage\":{\"state\":{\"S\":[\"ENDED\",\"DECLINED\"]},\"leased\":{\"S\":[{\"exists\":true}]}}}}";
    private static final String ANY_STATE = "{\"dynamodb\":{\"NewImage\":{\"state\":{\"S\":[{\"exists\":true}]}}}}";

    @Test
    void acceptsEverythingWithoutPatterns() {
        assertThat(filters().accept(change("{}"))).isTrue();
    }

    @Test
    void acceptsOneOfSeveralValues() {
        assertThat(filters(OVER_AND_LEASED).accept(change("{\"state\":{\"S\":\"ENDED\"},\"leased\":{\"S\":\"yes\"}}")))
                .isTrue();
    }

    @Test
    void refusesAnotherValue() {
        assertThat(filters(OVER_AND_LEASED)
                        .accept(change("{\"state\":{\"S\":\"RINGING\"},\"leased\":{\"S\":\"yes\"}}")))
                .isFalse();
    }

    @Test
    void refusesAnItemWithoutAnAttributeThatHasToExist() {
        assertThat(filters(OVER_AND_LEASED).accept(change("{\"state\":{\"S\":\"ENDED\"}}")))
                .isFalse();
        assertThat(filters(ANY_STATE).accept(change("{\"callId\":{\"S\":\"request#1\"}}")))
                .isFalse();
    }

    @Test
    void refusesADeletionThatHasNoNewImage() {
        assertThat(filters(ANY_STATE).accept(read("{\"dynamodb\":{\"OldImage\":{\"state\":{\"S\":\"ENDED\"}}}}")))
                .isFalse();
    }

    @Test
    void acceptsWhatOneOfSeveralPatternsMatches() {
        assertThat(filters("{\"eventName\":[\"REMOVE\"]}", ANY_STATE).accept(change("{\"state\":{\"S\":\"x\"}}")))
                .isTrue();
    }

    @Test
    void refusesAPatternThatIsNone() {
        assertThatThrownBy(() -> filters("{\"dynamodb\":\"ENDED\"}"))
                .isInstanceOf(StackFailure.class)
                .hasMessageStartingWith("The pattern {\"dynamodb\":\"ENDED\"} is not valid: ");
    }

    @Test
    void refusesMorePatternsThanLambdaTakes() {
        assertThatThrownBy(() -> filters(ANY_STATE, ANY_STATE, ANY_STATE, ANY_STATE, ANY_STATE, ANY_STATE))
                .hasMessage("A mapping has 5 filters at most, not 6.");
    }

    private static Filters filters(String... patterns) {
        var criteria = JsonNodeFactory.instance.objectNode();
        var list = criteria.putArray("Filters");
        for (String pattern : patterns) {
            list.addObject().put("Pattern", pattern);
        }
        return Filters.read(criteria);
    }

    private static JsonNode change(String newImage) {
        return read("{\"eventName\":\"MODIFY\",\"dynamodb\":{\"NewImage\":" + newImage + "}}");
    }

    private static JsonNode read(String json) {
        try {
            return new ObjectMapper().readTree(json);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(e);
        }
    }
}
