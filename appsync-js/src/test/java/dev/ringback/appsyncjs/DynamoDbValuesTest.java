package dev.ringback.appsyncjs;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DynamoDbValuesTest {
    @RegisterExtension
    static final Handlers handlers = new Handlers();

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '`',
            delimiter = '|',
            value = {
                "toDynamoDB('foo')                | `{'S':'foo'}`",
                "toDynamoDB(12.5)                 | `{'N':12.5}`",
                "toDynamoDB(true)                 | `{'BOOL':true}`",
                "toDynamoDB(null)                 | `{'NULL':null}`",
                "toDynamoDB(['a', 1])             | `{'L':[{'S':'a'},{'N':1}]}`",
                "toDynamoDB({ a: { b: [] } })     | `{'M':{'a':{'M':{'b':{'L':[]}}}}}`",
                "toString('foo')                  | `{'S':'foo'}`",
                "toStringSet(['a', 'b'])          | `{'SS':['a','b']}`",
                "toNumber(12345)                  | `{'N':12345}`",
                "toNumberSet([1, 23, 4.56])       | `{'NS':[1,23,4.56]}`",
                "toBinary('Zm9v')                 | `{'B':'Zm9v'}`",
                "toBinarySet(['Zm9v'])            | `{'BS':['Zm9v']}`",
                "toBoolean(false)                 | `{'BOOL':false}`",
                "toNull()                         | `{'NULL':null}`",
                "toList(['foo', { a: 1 }])        | `{'L':[{'S':'foo'},{'M':{'a':{'N':1}}}]}`",
                "toMap({ a: 'b' })                | `{'M':{'a':{'S':'b'}}}`",
                "toMapValues({ a: 'b', c: null }) | `{'a':{'S':'b'},'c':{'NULL':null}}`",
                "toMapValues({ a: undefined })    | {}",
            })
    void writesValuesAsDynamoDbDoes(String call, String value) {
        handlers.gives("util.dynamodb." + call, value);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "toString",
                "toStringSet",
                "toNumber",
                "toNumberSet",
                "toBinary",
                "toBinarySet",
                "toBoolean",
                "toList",
                "toMap",
                "toMapValues",
            })
    void writesNothingAsNull(String function) {
        handlers.gives("util.dynamodb.%s(null)".formatted(function), "null");
    }

    @Test
    void writesAnS3Object() {
        handlers.givesText(
                "util.dynamodb.toS3Object('foo', 'bar', 'baz').S",
                "{\"s3\":{\"key\":\"foo\",\"bucket\":\"bar\",\"region\":\"baz\"}}");
    }

    @Test
    void readsAnS3Object() {
        handlers.gives(
                "util.dynamodb.fromS3ObjectJson(util.dynamodb.toS3Object('a', 'b', 'c', 'd').S)",
                "{'key':'a','bucket':'b','region':'c','version':'d'}");
    }
}
