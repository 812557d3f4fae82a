package dev.ringback.local.appsync.dynamodb;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.ringback.local.appsync.DataSourceAnswer.Failure;
import dev.ringback.local.appsync.SyncConfig;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(TestTables.class)
class PlainSourceTest {
    private static final String PUT_NEW = """
            {operation: 'PutItem', key: {id: {S: '1'}}, attributeValues: {name: {S: '%s'}, at: {N: '%d'}},
             condition: {expression: 'attribute_not_exists(id)', equalsIgnore: ['at']}}""";

    private final People people;

    PlainSourceTest(People people) {
        this.people = people;
    }

    @Test
    void putsTheItemAlone() {
        assertThat(result("{operation: 'PutItem', key: {id: {S: '1'}}, attributeValues: {name: {S: 'Ann'}}}"))
                .isEqualTo(People.json("{id: '1', name: 'Ann'}"));
        assertThat(people.stored("1")).isEqualTo(People.json("{id: '1', name: 'Ann'}"));
        assertThat(people.deltaRows("2026-01-01")).isEmpty();
    }

    @Test
    void answersTheUpdatedItem() {
        result(PUT_NEW.formatted("Ann", 1));
        assertThat(result("{operation: 'UpdateItem', key: {id: {S: '1'}}, update: {expression: 'REMOVE #at',"
                        + " expressionNames: {'#at': 'at'}}}"))
                .isEqualTo(People.json("{id: '1', name: 'Ann'}"));
    }

    @Test
    void answersTheDeletedItem() {
        JsonNode item = result(PUT_NEW.formatted("Ann", 1));
        assertThat(result("{operation: 'DeleteItem', key: {id: {S: '1'}}}")).isEqualTo(item);
        assertThat(people.stored("1").isNull()).isTrue();
    }

    @Test
    void takesADeletedItemForDeleted() {
        assertThat(result("{operation: 'DeleteItem', key: {id: {S: '1'}}, condition: {expression:"
                                + " 'attribute_exists(id)'}}")
                        .isNull())
                .isTrue();
    }

    @Test
    void answersTheItemThatMakesAConditionFail() {
        JsonNode item = result(PUT_NEW.formatted("Ann", 1));
        Failure failure = failure(PUT_NEW.formatted("Bea", 1));
        assertThat(failure.type()).isEqualTo("DynamoDB:ConditionalCheckFailedException");
        assertThat(failure.message()).startsWith("The conditional request failed (Service: DynamoDb, Status Code: 400");
        assertThat(failure.data()).isEqualTo(item);
    }

    @Test
    void takesAPutForDoneThatChangesNothing() {
        result(PUT_NEW.formatted("Ann", 1));
        assertThat(result(PUT_NEW.formatted("Ann", 2))).isEqualTo(People.json("{id: '1', name: 'Ann', at: 2}"));
        assertThat(people.stored("1").get("at").asInt()).isEqualTo(1);
    }

    @Test
    void refusesAnotherStrategyThanReject() {
        assertThat(failure(
                                "{operation: 'DeleteItem', key: {id: {S: '1'}}, condition: {expression: 'attribute_exists(id)',"
                                        + " conditionalCheckFailedHandler: {strategy: 'Custom', lambdaArn: 'x'}}}")
                        .message())
                .isEqualTo("The local runtime does not support conditionalCheckFailedHandler with another strategy than"
                        + " Reject.");
    }

    @Test
    void knowsNoVersions() {
        assertThat(failure("{operation: 'DeleteItem', key: {id: {S: '1'}}, _version: 1}")
                        .message())
                .isEqualTo("Unsupported element '$[_version]'.");
    }

    @Test
    void putsABatch() {
        assertThat(result("{operation: 'BatchPutItem', tables: {'%s': [{id: {S: '1'}, n: {N: 1}}, {id: {S: '2'}}]}}"))
                .isEqualTo(json("{data: {'%s': [{id: '1', n: 1}, {id: '2'}]}, unprocessedItems: {'%s': []}}"));
        assertThat(people.stored("1").get("n").asInt()).isEqualTo(1);
    }

    @Test
    void getsABatchInTheOrderOfItsKeys() {
        result("{operation: 'BatchPutItem', tables: {'%s': [{id: {S: '1'}}, {id: {S: '2'}}]}}");
        assertThat(result("{operation: 'BatchGetItem', tables: {'%s': {keys: [{id: {S: '2'}}, {id: {S: 'x'}},"
                        + " {id: {S: '1'}}], consistentRead: true}}}"))
                .isEqualTo(json("{data: {'%s': [{id: '2'}, null, {id: '1'}]}, unprocessedKeys: {'%s': []}}"));
    }

    @Test
    void deletesABatch() {
        result("{operation: 'BatchPutItem', tables: {'%s': [{id: {S: '1'}}]}}");
        assertThat(result("{operation: 'BatchDeleteItem', tables: {'%s': [{id: {S: '1'}}]}}"))
                .isEqualTo(json("{data: {'%s': [{id: '1'}]}, unprocessedKeys: {'%s': []}}"));
        assertThat(people.stored("1").isNull()).isTrue();
    }

    @Test
    void writesATransaction() {
        result("{operation: 'PutItem', key: {id: {S: '3'}}, attributeValues: {}}");
        assertThat(result("""
                        {operation: 'TransactWriteItems', transactItems: [
                          {table: '%1$s', operation: 'PutItem', key: {id: {S: '1'}}, attributeValues: {n: {N: 1}}},
                          {table: '%1$s', operation: 'UpdateItem', key: {id: {S: '2'}}, update: {expression: 'SET n = :n',
                           expressionValues: {':n': {N: 2}}}},
                          {table: '%1$s', operation: 'DeleteItem', key: {id: {S: '3'}}},
                          {table: '%1$s', operation: 'ConditionCheck', key: {id: {S: '4'}},
                           condition: {expression: 'attribute_not_exists(id)'}}]}"""))
                .isEqualTo(json("{keys: [{id: '1'}, {id: '2'}, {id: '3'}, {id: '4'}], cancellationReasons: null}"));
        assertThat(result("{operation: 'TransactGetItems', transactItems: [{table: '%1$s', key: {id: {S: '1'}}},"
                        + " {table: '%1$s', key: {id: {S: '2'}}}, {table: '%1$s', key: {id: {S: '3'}}}]}"))
                .isEqualTo(json("{items: [{id: '1', n: 1}, {id: '2', n: 2}, null], cancellationReasons: null}"));
    }

    @Test
    void saysWhyATransactionIsCancelled() {
        result("{operation: 'PutItem', key: {id: {S: '2'}}, attributeValues: {n: {N: 2}}}");
        Failure failure = failure("""
                {operation: 'TransactWriteItems', transactItems: [
                  {table: '%1$s', operation: 'PutItem', key: {id: {S: '1'}}, attributeValues: {}},
                  {table: '%1$s', operation: 'DeleteItem', key: {id: {S: '2'}},
                   condition: {expression: 'attribute_not_exists(id)'}}]}""");
        assertThat(failure.type()).isEqualTo("DynamoDB:TransactionCanceledException");
        assertThat(failure.data().get("keys").isNull()).isTrue();
        assertThat(failure.data().get("cancellationReasons").get(1))
                .isEqualTo(People.json("{item: {id: '2', n: 2}, type: 'ConditionalCheckFailed',"
                        + " message: 'The conditional request failed'}"));
    }

    @Test
    void namesATableThatIsNotThere() {
        Failure failure = failure("{operation: 'BatchPutItem', tables: {'none': [{id: {S: '1'}}]}}");
        assertThat(failure.type()).isEqualTo("DynamoDB:ResourceNotFoundException");
    }

    private JsonNode result(String document) {
        return People.result(people.plain(), SyncConfig.NONE, named(document));
    }

    private Failure failure(String document) {
        return People.failure(people.plain(), SyncConfig.NONE, named(document));
    }

    private JsonNode json(String text) {
        return People.json(named(text));
    }

    private String named(String text) {
        return text.replaceAll("%(1\\$)?s", people.table);
    }
}
