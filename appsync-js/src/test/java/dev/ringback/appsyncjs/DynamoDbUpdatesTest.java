package dev.ringback.appsyncjs;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DynamoDbUpdatesTest {
    @RegisterExtension
    static final Handlers handlers = new Handlers();

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '`',
            delimiter = '|',
            value = {
                "{ a: 'x' }                                   | SET n1 = v1",
                "{ a: 'x', b: 2 }                             | SET n1 = v1, n2 = v2",
                "{ a: null }                                  | SET n1 = v1",
                "{ a: [1, 2] }                                | SET n1 = v1",
                "{ a: undefined, b: 1 }                       | SET n1 = v1",
                "{ a: { b: 1, c: { d: 2 } } }                 | SET n1.n2 = v1, n1.n3.n4 = v2",
                "{ a: ddb.operations.add({ b: 1 }) }          | SET n1 = v1",
                "{ a: ddb.operations.replace({ b: 1 }) }      | SET n1 = v1",
                "{ a: ddb.operations.remove() }               | REMOVE n1",
                "{ a: 1, b: ddb.operations.remove() }         | SET n1 = v1 REMOVE n2",
                "{ a: ddb.operations.increment() }            | SET n1 = n1 + v1",
                "{ a: ddb.operations.decrement(10) }          | SET n1 = n1 - v1",
                "{ a: ddb.operations.append([1]) }            | SET n1 = list_append(n1, v1)",
                "{ a: ddb.operations.prepend([1]) }           | SET n1 = list_append(v1, n1)",
                "{ a: [ddb.operations.updateListItem('x', 1), ddb.operations.updateListItem('y', 2)] } | SET n1[1] = v1, n1[2] = v2",
                "{ a: ddb.toStringSet(['x']) }                | SET n1 = v1",
            })
    void writesUpdateExpressions(String update, String expression) {
        assertThat(handlers.textValue("ddb.update({ key: { id: 1 }, update: %s }).update.expression".formatted(update))
                        .replace("#expName_", "n")
                        .replace(":expValue_", "v"))
                .isEqualTo(expression);
    }

    @Test
    void placesNamesAndValues() {
        handlers.gives(
                "ddb.update({ key: { id: 1 }, update: { a: { b: null }, b: ddb.operations.increment(2) } }).update",
                "{'expression':'SET #expName_1.#expName_2 = :expValue_1, #expName_2 = #expName_2 + :expValue_2',"
                        + "'expressionNames':{'#expName_1':'a','#expName_2':'b'},"
                        + "'expressionValues':{':expValue_1':{'NULL':null},':expValue_2':{'N':2}}}");
    }

    @Test
    void leavesOutValuesWhereThereAreNone() {
        handlers.gives(
                "ddb.update({ key: { id: 1 }, update: { a: ddb.operations.remove() } }).update",
                "{'expression':'REMOVE #expName_1','expressionNames':{'#expName_1':'a'}}");
    }
}
