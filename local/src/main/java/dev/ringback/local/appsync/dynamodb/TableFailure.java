package dev.ringback.local.appsync.dynamodb;

import com.fasterxml.jackson.databind.JsonNode;

/** DynamoDB's refusal of a request. */
public final class TableFailure extends Exception {
    private static final long serialVersionUID = 1L;

    private final String code;
    private final transient JsonNode body;

    /**
     * @param code {@code ConditionalCheckFailedException}: the name alone, without its service
     * @param body the whole answer, which may hold the old item or the reasons of a cancelled transaction
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
