package dev.ringback.local.appsync.dynamodb;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.NullNode;
import dev.ringback.local.appsync.DataSourceAnswer.Failure;
import java.util.Set;
import java.util.UUID;

/** Why a request document is not run, or did not go well. */
final class Refused extends Exception {
    private static final long serialVersionUID = 1L;
    // AppSync calls an error by its class in the AWS SDK for Java, which has none for the others.
    private static final Set<String> HAVE_A_CLASS = Set.of(
            "ConditionalCheckFailedException",
            "InternalServerErrorException",
            "ItemCollectionSizeLimitExceededException",
            "LimitExceededException",
            "ProvisionedThroughputExceededException",
            "RequestLimitExceededException",
            "ResourceInUseException",
            "ResourceNotFoundException",
            "TransactionCanceledException",
            "TransactionConflictException",
            "TransactionInProgressException");

    private final transient Failure failure;

    Refused(String type, String message) {
        this(type, message, NullNode.getInstance());
    }

    Refused(String type, String message, JsonNode data) {
        super(message);
        this.failure = new Failure(type, message, data);
    }

    static Refused document(String message) {
        return new Refused("MappingTemplate", message);
    }

    static Refused badRequest(String message) {
        return new Refused("BadRequest", message);
    }

    static Refused notLocally(String what) {
        return new Refused("UnsupportedOperation", "The local runtime does not support " + what + ".");
    }

    static Refused by(TableFailure failure) {
        return by(failure, NullNode.getInstance());
    }

    static Refused by(TableFailure failure, JsonNode data) {
        String name = HAVE_A_CLASS.contains(failure.code()) ? failure.code() : "DynamoDbException";
        return new Refused("DynamoDB:" + name, message(failure), data);
    }

    /** The SDK's message, which AppSync passes on. */
    static String message(TableFailure failure) {
        return failure.getMessage() + " (Service: DynamoDb, Status Code: 400, Request ID: " + UUID.randomUUID()
                + ", Extended Request ID: null)";
    }

    Failure failure() {
        return failure;
    }
}
