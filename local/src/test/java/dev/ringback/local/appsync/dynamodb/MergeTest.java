package dev.ringback.local.appsync.dynamodb;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import org.junit.jupiter.api.Test;

class MergeTest {
    @Test
    void keepsTheServersScalar() {
        assertThat(merged("{a: {S: 'server'}}", "{a: {S: 'incoming'}}")).isEqualTo(item("{a: {S: 'server'}}"));
    }

    @Test
    void takesAnAttributeThatTheServerLacks() {
        assertThat(merged("{a: {S: 'x'}}", "{b: {N: '1'}}")).isEqualTo(item("{a: {S: 'x'}, b: {N: '1'}}"));
    }

    @Test
    void takesAnAttributeThatIsNullOnTheServer() {
        assertThat(merged("{a: {NULL: true}}", "{a: {S: 'incoming'}}")).isEqualTo(item("{a: {S: 'incoming'}}"));
    }

    @Test
    void keepsAnAttributeThatTheInputLacks() {
        assertThat(merged("{a: {S: 'server'}}", "{}")).isEqualTo(item("{a: {S: 'server'}}"));
    }

    @Test
    void keepsAnAttributeThatIsNullInTheInput() {
        assertThat(merged("{a: {S: 'server'}}", "{a: {NULL: true}}")).isEqualTo(item("{a: {S: 'server'}}"));
    }

    @Test
    void keepsAnAttributeWhoseTypeDiffers() {
        assertThat(merged("{a: {S: '1'}}", "{a: {N: '1'}}")).isEqualTo(item("{a: {S: '1'}}"));
    }

    @Test
    void appendsTheIncomingListWithItsDuplicates() {
        assertThat(merged("{a: {L: [{S: 'x'}, {S: 'y'}]}}", "{a: {L: [{S: 'y'}, {S: 'z'}]}}"))
                .isEqualTo(item("{a: {L: [{S: 'x'}, {S: 'y'}, {S: 'y'}, {S: 'z'}]}}"));
    }

    @Test
    void unitesSetsOfTexts() {
        assertThat(merged("{a: {SS: ['x', 'y']}}", "{a: {SS: ['y', 'z']}}"))
                .isEqualTo(item("{a: {SS: ['x', 'y', 'z']}}"));
    }

    @Test
    void unitesSetsOfNumbers() {
        assertThat(merged("{a: {NS: ['1']}}", "{a: {NS: ['2', '1']}}")).isEqualTo(item("{a: {NS: ['1', '2']}}"));
    }

    @Test
    void unitesSetsOfBinaries() {
        assertThat(merged("{a: {BS: ['AQ==']}}", "{a: {BS: ['Ag==']}}")).isEqualTo(item("{a: {BS: ['AQ==', 'Ag==']}}"));
    }

    @Test
    void mergesMapsByTheSameRules() {
        assertThat(merged(
                        "{a: {M: {s: {S: 'server'}, n: {NULL: true}, l: {L: [{N: '1'}]}}}}",
                        "{a: {M: {s: {S: 'incoming'}, n: {N: '2'}, l: {L: [{N: '3'}]}, b: {BOOL: true}}}}"))
                .isEqualTo(item(
                        "{a: {M: {s: {S: 'server'}, n: {N: '2'}, l: {L: [{N: '1'}, {N: '3'}]}, b: {BOOL: true}}}}"));
    }

    @Test
    void leavesTheServersItemAsItIs() {
        ObjectNode server = item("{a: {L: [{S: 'x'}]}}");
        new Merge().merge(server, item("{a: {L: [{S: 'y'}]}}"));
        assertThat(server).isEqualTo(item("{a: {L: [{S: 'x'}]}}"));
    }

    private static ObjectNode merged(String server, String incoming) {
        return new Merge().merge(item(server), item(incoming));
    }

    private static ObjectNode item(String typed) {
        return People.json(typed);
    }
}
