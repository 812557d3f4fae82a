package dev.ringback.local.appsync.dynamodb;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.ringback.local.appsync.DataSourceAnswer;
import dev.ringback.local.appsync.DataSourceAnswer.Failure;
import dev.ringback.local.appsync.DataSourceAnswer.Result;
import dev.ringback.local.appsync.SyncConfig;
import dev.ringback.local.testserver.AdjustableClock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A table of people with its delta table, and data sources on them; tombstones stay 30 days, changes 30 minutes. */
final class People {
    static final Instant START = Instant.parse("2026-01-01T12:00:00.123Z");
    static final Duration BASE_TTL = Duration.ofDays(30);
    static final Duration DELTA_TTL = Duration.ofMinutes(30);
    private static final ObjectMapper JSON = new ObjectMapper()
            .enable(JsonParser.Feature.ALLOW_SINGLE_QUOTES)
            .enable(JsonParser.Feature.ALLOW_UNQUOTED_FIELD_NAMES);

    final TableClient client;
    final String table;
    final String deltaTable;
    final AdjustableClock clock = new AdjustableClock();

    People(TableClient client, String table, String deltaTable) {
        this.client = client;
        this.table = table;
        this.deltaTable = deltaTable;
        clock.advance(Duration.between(clock.instant(), START));
    }

    DynamoDbSource versioned() {
        return versioned(client, BASE_TTL, DELTA_TTL);
    }

    DynamoDbSource versioned(TableClient other, Duration baseTtl, Duration deltaTtl) {
        return new DynamoDbSource(other, table, Optional.of(new DeltaSync(deltaTable, baseTtl, deltaTtl)), clock);
    }

    DynamoDbSource plain() {
        return new DynamoDbSource(client, table, Optional.empty(), clock);
    }

    /** Runs a document, written with single quotes, with automatic merges. */
    JsonNode result(String document) {
        return result(versioned(), document);
    }

    Failure failure(String document) {
        return failure(versioned(), SyncConfig.AUTOMERGE, document);
    }

    static JsonNode result(DynamoDbSource source, String document) {
        return result(source, SyncConfig.AUTOMERGE, document);
    }

    static JsonNode result(DynamoDbSource source, SyncConfig sync, String document) {
        return switch (source.run(json(document), sync)) {
            case Result(JsonNode value) -> value;
            case Failure failure -> throw new AssertionError(failure.toString());
        };
    }

    static Failure failure(DynamoDbSource source, SyncConfig sync, String document) {
        DataSourceAnswer answer = source.run(json(document), sync);
        if (answer instanceof Failure failure) {
            return failure;
        }
        throw new AssertionError(answer.toString());
    }

    static ObjectNode json(String text) {
        try {
            return (ObjectNode) JSON.readTree(text);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(text, e);
        }
    }

    /** Puts a new person with version 1. */
    JsonNode create(String id, String attributeValues) {
        return result("""
                {operation: 'PutItem', key: {id: {S: '%s'}}, attributeValues: %s,
                 condition: {expression: 'attribute_not_exists(id)'}}""".formatted(id, attributeValues));
    }

    /** Sets the name of person 1 if the condition of an owner holds. */
    static String rename(String name, long version, String owner) {
        return """
                {operation: 'UpdateItem', key: {id: {S: '1'}}, _version: %d,
                 update: {expression: 'SET #name = :name', expressionNames: {'#name': 'name'},
                          expressionValues: {':name': {S: '%s'}}},
                 condition: {expression: 'attribute_exists(#id) AND #owner = :owner',
                             expressionNames: {'#id': 'id', '#owner': 'owner'},
                             expressionValues: {':owner': {S: '%s'}}}}""".formatted(version, name, owner);
    }

    static String update(String expression, String values, long version) {
        return """
                {operation: 'UpdateItem', key: {id: {S: '1'}}, _version: %d,
                 update: {expression: '%s', expressionValues: %s}}""".formatted(version, expression, values);
    }

    static String delete(long version) {
        return """
                {operation: 'DeleteItem', key: {id: {S: '1'}}, _version: %d,
                 condition: {expression: 'attribute_exists(id)'}}""".formatted(version);
    }

    JsonNode stored(String id) {
        return result("{operation: 'GetItem', key: {id: {S: '%s'}}, consistentRead: true}".formatted(id));
    }

    /** The rows of the delta table, in the order of their changes. */
    JsonNode deltaRows(String day) {
        return result(new DynamoDbSource(client, deltaTable, Optional.empty(), clock), """
                {operation: 'Query', query: {expression: 'ds_pk = :day',
                 expressionValues: {':day': {S: '%s:%s'}}}}""".formatted(table, day))
                .get("items");
    }

    /** Reads all pages of a document with a %s for the token, and lets a minute pass after each. */
    List<JsonNode> pages(DynamoDbSource source, String document) {
        List<JsonNode> pages = new ArrayList<>();
        String token = "";
        do {
            JsonNode page = result(source, document.formatted(token));
            pages.add(page);
            token = ", nextToken: '" + page.get("nextToken").asText() + "'";
            clock.advance(Duration.ofMinutes(1));
        } while (pages.getLast().get("nextToken").isTextual());
        return pages;
    }

    static List<String> ids(List<JsonNode> pages) {
        return pages.stream()
                .flatMap(page -> page.get("items").valueStream())
                .map(item -> item.get("id").asText())
                .toList();
    }
}
