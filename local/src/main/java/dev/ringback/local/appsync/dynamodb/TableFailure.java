package dev.ringback.local.appsync.dynamodb;

import com.fasterxml.jackson.databind.JsonNode;

/** DynamoDB's refusal of a request, or that of the data source's role. */
public final class TableFailure extends Exception {
    private static final long serialVersionUID = 1L;

    private final String code;
    private final transient JsonNode body;

    /**
     * @param code {@code ConditionalCheckFailedException}: the name alone, without its service
     * @param body the whole answer: it holds the old item ({@code Item}) if a condition failed, and the reasons
     *     ({@code CancellationReasons}) if a transaction was cancelled
     */
    public TableFailure(String code, String message, JsonNode body) {
        super(message);
        this.code = code;
        this.body = body;
    }

    public String code() {
        return code;
    }

    public JsonNode body() {
        return body;
    }
}
