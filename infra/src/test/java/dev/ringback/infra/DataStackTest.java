package dev.ringback.infra;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.ringback.infra.assembly.Assembly;
import dev.ringback.infra.assembly.StackTemplate;
import dev.ringback.infra.assembly.Synthesized;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DataStackTest {
    private final StackTemplate template;

    DataStackTest(@Synthesized("full") Assembly full) {
        template = full.template("Data");
    }

    @Test
    void thereAreFourTables() {
        assertThat(template.resources("AWS::DynamoDB::Table")).hasSize(4);
    }

    @ParameterizedTest
    @CsvSource({"People, id", "DeviceInfo, id", "Calls, callId"})
    void aTableIsKeyedByOneText(String table, String key) {
        assertThat(properties(table).path("KeySchema").toString())
                .isEqualTo("[{\"AttributeName\":\"" + key + "\",\"KeyType\":\"HASH\"}]");
    }

    @ParameterizedTest
    @CsvSource({"People, _ttl", "PeopleDelta, _ttl", "DeviceInfo, expiresAt", "Calls, expiresAt"})
    void aTableForgetsByItself(String table, String attribute) {
        assertThat(properties(table).path("TimeToLiveSpecification").toString())
                .isEqualTo("{\"AttributeName\":\"" + attribute + "\",\"Enabled\":true}");
    }

    @ParameterizedTest
    @ValueSource(strings = {"People", "PeopleDelta", "DeviceInfo", "Calls"})
    void aTableIsPaidByRequest(String table) {
        assertThat(properties(table).path("BillingMode").asText()).isEqualTo("PAY_PER_REQUEST");
    }

    @ParameterizedTest
    @ValueSource(strings = {"People", "PeopleDelta", "DeviceInfo", "Calls"})
    void aTableIsEncrypted(String table) {
        assertThat(properties(table).at("/SSESpecification/SSEEnabled").booleanValue())
                .isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"People", "DeviceInfo", "Calls"})
    void aTableCanBeTakenBackInTime(String table) {
        assertThat(properties(table)
                        .at("/PointInTimeRecoverySpecification/PointInTimeRecoveryEnabled")
                        .booleanValue())
                .isTrue();
    }

    @Test
    void aTableThatIsThrownAwayLeavesNoBackup(@Synthesized("bare") Assembly bare) {
        assertThat(bare.template("Data").resources("AWS::DynamoDB::Table").values())
                .noneMatch(table -> table.at("/Properties/PointInTimeRecoverySpecification/PointInTimeRecoveryEnabled")
                        .booleanValue());
    }

    @Test
    void peopleAreFoundByClientIdAndOwnerWithTheirNames() {
        assertThat(index("People", "byClientId").toString())
                .isEqualTo("{\"IndexName\":\"byClientId\","
                        + "\"KeySchema\":[{\"AttributeName\":\"clientId\",\"KeyType\":\"HASH\"},"
                        + "{\"AttributeName\":\"owner\",\"KeyType\":\"RANGE\"}],"
                        + "\"Projection\":{\"NonKeyAttributes\":[\"firstName\",\"lastName\",\"_deleted\"],"
                        + "\"ProjectionType\":\"INCLUDE\"}}");
    }

    @Test
    void devicesAreFoundByOwnerInTheOrderOfTheirExpiry() {
        assertThat(index("DeviceInfo", "byOwner").toString())
                .isEqualTo("{\"IndexName\":\"byOwner\",\"KeySchema\":["
                        + "{\"AttributeName\":\"deviceOwner\",\"KeyType\":\"HASH\"},"
                        + "{\"AttributeName\":\"expiresAt\",\"KeyType\":\"RANGE\"}],"
                        + "\"Projection\":{\"ProjectionType\":\"ALL\"}}");
    }

    @ParameterizedTest
    @CsvSource({"byFirstName, firstInitial, firstLast", "byLastName, lastInitial, lastFirst"})
    void peopleAreFoundByTheBeginningOfAName(String index, String initial, String name) {
        assertThat(index("People", index).toString())
                .isEqualTo("{\"IndexName\":\"" + index + "\",\"KeySchema\":["
                        + "{\"AttributeName\":\"" + initial + "\",\"KeyType\":\"HASH\"},"
                        + "{\"AttributeName\":\"" + name + "\",\"KeyType\":\"RANGE\"}],"
                        + "\"Projection\":{\"ProjectionType\":\"ALL\"}}");
    }

    @Test
    void changesOfCallsAreStreamedWithWhatWasAndWhatIs() {
        assertThat(properties("Calls").at("/StreamSpecification/StreamViewType").asText())
                .isEqualTo("NEW_AND_OLD_IMAGES");
    }

    @ParameterizedTest
    @ValueSource(strings = {"People", "PeopleDelta", "DeviceInfo"})
    void noOtherTableIsStreamed(String table) {
        assertThat(properties(table).has("StreamSpecification")).isFalse();
    }

    @Test
    void callsAreFoundByWhenTheyMustLetGo() {
        assertThat(index("Calls", "byLease").toString())
                .isEqualTo("{\"IndexName\":\"byLease\",\"KeySchema\":["
                        + "{\"AttributeName\":\"leased\",\"KeyType\":\"HASH\"},"
                        + "{\"AttributeName\":\"leaseUntil\",\"KeyType\":\"RANGE\"}],"
                        + "\"Projection\":{\"ProjectionType\":\"KEYS_ONLY\"}}");
    }

    @ParameterizedTest
    @CsvSource({"byCaller, callerId", "byCallee, calleeOwner"})
    void callsAreFoundByWhoMadeThemAndWhoWasRungInTheOrderOfTheirBeginning(String index, String key) {
        assertThat(index("Calls", index).path("KeySchema").toString())
                .isEqualTo("[{\"AttributeName\":\"" + key + "\",\"KeyType\":\"HASH\"},"
                        + "{\"AttributeName\":\"position\",\"KeyType\":\"RANGE\"}]");
    }

    @ParameterizedTest
    @CsvSource({"byCaller, callerId", "byCallee, calleeOwner"})
    void aListOfCallsHoldsWhatItShowsAndNoToken(String index, String key) {
        List<String> shown = new ArrayList<>(List.of(
                "state",
                "reason",
                "calleeId",
                "callerId",
                "callerOwner",
                "calleeOwner",
                "answeredBy",
                "startedAt",
                "ringUntil",
                "answeredAt",
                "endedAt"));
        shown.remove(key);
        assertThat(index("Calls", index).at("/Projection/NonKeyAttributes"))
                .extracting(JsonNode::asText)
                .containsExactlyElementsOf(shown);
    }

    @ParameterizedTest
    @CsvSource({"Calls, leaseUntil", "DeviceInfo, expiresAt"})
    void timesAndNothingElseAreSortedAsNumbers(String table, String time) {
        assertThat(properties(table).path("AttributeDefinitions"))
                .filteredOn(
                        attribute -> attribute.path("AttributeType").asText().equals("N"))
                .extracting(attribute -> attribute.path("AttributeName").asText())
                .containsExactly(time);
    }

    @Test
    void changesOfPeopleAreKeyedAsAppSyncWritesThem() {
        assertThat(properties("PeopleDelta").path("KeySchema").toString())
                .isEqualTo("[{\"AttributeName\":\"ds_pk\",\"KeyType\":\"HASH\"},"
                        + "{\"AttributeName\":\"ds_sk\",\"KeyType\":\"RANGE\"}]");
    }

    @Test
    void theBandwidthSecretIsCreatedEmpty() {
        JsonNode secret = template.only("AWS::SecretsManager::Secret").path("Properties");
        assertThat(secret.fieldNames()).toIterable().containsExactlyInAnyOrder("Name", "Description");
    }

    @Test
    void theBandwidthSecretHasANameToType() {
        assertThat(template.json().at("/Outputs/BandwidthSecretName/Value").asText())
                .isEqualTo("ringback-full/bandwidth");
    }

    private JsonNode index(String table, String name) {
        return properties(table)
                .path("GlobalSecondaryIndexes")
                .valueStream()
                .filter(index -> index.path("IndexName").asText().equals(name))
                .findFirst()
                .orElseThrow();
    }

    private JsonNode properties(String table) {
        return template.resource("AWS::DynamoDB::Table", table).path("Properties");
    }
}
