package dev.ringback.calling.dynamodb;

import dev.ringback.calling.ContendedException;
import java.security.SecureRandom;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.CancellationReason;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;
import software.amazon.awssdk.services.dynamodb.model.TransactionCanceledException;
import software.amazon.awssdk.services.dynamodb.model.TransactionConflictException;
import software.amazon.awssdk.services.dynamodb.model.TransactionInProgressException;

/** Writes that repeat themselves when a transaction of somebody else was in their way; the SDK does not repeat those. */
public final class Writes {
    private static final int ATTEMPTS = 6;
    private static final long SHORTEST_PAUSE_MILLIS = 20;
    private static final long LONGEST_PAUSE_MILLIS = 200;
    private static final String CONDITION_FAILED = "ConditionalCheckFailed";
    private static final Set<String> PASSING =
            Set.of("TransactionConflict", "ThrottlingError", "ProvisionedThroughputExceeded");

    /** Reseeded after a restore from a snapshot, so that copies do not wait in step. */
    private final RandomGenerator jitter = new SecureRandom();

    private final DynamoDbClient dynamoDb;
    private final Pause pause;

    public Writes(DynamoDbClient dynamoDb) {
        this(dynamoDb, TimeUnit.MILLISECONDS::sleep);
    }

    Writes(DynamoDbClient dynamoDb, Pause pause) {
        this.dynamoDb = dynamoDb;
        this.pause = pause;
    }

    /** What is done between two attempts. */
    interface Pause {
        void millis(long millis) throws InterruptedException;
    }

    /** True for the item of a cancelled transaction whose condition did not hold. */
    public static boolean conditionFailed(CancellationReason reason) {
        return CONDITION_FAILED.equals(reason.code());
    }

    /**
     * All or nothing. The SDK gives each request a token of its own and repeats it in its retries, so an answer that got lost
     * does not write twice.
     *
     * @return empty when written; else a reason for each item, at least one of which is a failed condition
     * @throws ContendedException when others kept writing the same items
     */
    public Optional<List<CancellationReason>> together(List<TransactWriteItem> items) {
        return repeatedly(() -> {
            try {
                dynamoDb.transactWriteItems(request -> request.transactItems(items));
                return Optional.empty();
            } catch (TransactionCanceledException e) {
                if (e.cancellationReasons().stream().noneMatch(Writes::conditionFailed)) {
                    throw e;
                }
                return Optional.of(e.cancellationReasons());
            }
        });
    }

    /**
     * One write, which fails by its own exceptions except for a passing conflict.
     *
     * @throws ContendedException when others kept writing the same item
     */
    public <T> T repeatedly(Supplier<T> write) {
        for (int attempt = 1; ; attempt++) {
            try {
                return write.get();
            } catch (AwsServiceException e) {
                // First the conflicts: the SDK counts one of them, TransactionInProgress, as throttling.
                if (isPassing(e) && attempt < ATTEMPTS) {
                    pause(attempt, e);
                } else if (isPassing(e) || e.isThrottlingException()) {
                    throw new ContendedException("DynamoDB is contended or throttled", e);
                } else {
                    throw e;
                }
            }
        }
    }

    private static boolean isPassing(AwsServiceException e) {
        return switch (e) {
            case TransactionCanceledException cancelled ->
                cancelled.cancellationReasons().stream().anyMatch(reason -> PASSING.contains(reason.code()));
            case TransactionConflictException _, TransactionInProgressException _ -> true;
            default -> false;
        };
    }

    private void pause(int attempt, AwsServiceException cause) {
        long longest = Math.min(LONGEST_PAUSE_MILLIS, SHORTEST_PAUSE_MILLIS << (attempt - 1));
        try {
            pause.millis(jitter.nextLong(1, longest + 1));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new ContendedException("interrupted while waiting to repeat a write", cause);
        }
    }
}
