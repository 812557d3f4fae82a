package dev.ringback.calling.dynamodb;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.ringback.calling.ContendedException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.awscore.exception.AwsErrorDetails;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.CancellationReason;
import software.amazon.awssdk.services.dynamodb.model.DynamoDbException;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItemsRequest;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItemsResponse;
import software.amazon.awssdk.services.dynamodb.model.TransactionCanceledException;
import software.amazon.awssdk.services.dynamodb.model.TransactionConflictException;

class WritesTest {
    private final Queue<RuntimeException> failures = new ArrayDeque<>();
    private final List<Long> pauses = new ArrayList<>();
    private final Writes writes = new Writes(new FailingClient(failures), pauses::add);

    @Test
    void writesAtTheFirstAttempt() {
        assertThat(writes.together(List.of())).isEmpty();
        assertThat(pauses).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"TransactionConflict", "ThrottlingError", "ProvisionedThroughputExceeded"})
    void repeatsATransactionThatWasInAnothersWay(String code) {
        failures.addAll(List.of(cancelled("None", code), cancelled(code, "None")));

        assertThat(writes.together(List.of())).isEmpty();
        assertThat(pauses).hasSize(2).allMatch(millis -> millis >= 1 && millis <= 40);
    }

    @Test
    void givesUpAfterAFewAttempts() {
        Stream.generate(() -> cancelled("TransactionConflict")).limit(100).forEach(failures::add);

        assertThatThrownBy(() -> writes.together(List.of())).isInstanceOf(ContendedException.class);
        assertThat(pauses).hasSize(5);
    }

    @Test
    void takesAFailedConditionForTheAnswerWhateverElseFailed() {
        failures.add(cancelled("TransactionConflict", "ConditionalCheckFailed"));

        assertThat(writes.together(List.of()).orElseThrow())
                .extracting(Writes::conditionFailed)
                .containsExactly(false, true);
    }

    @Test
    void doesNotRepeatACancellationForAnotherReason() {
        failures.add(cancelled("ValidationError"));

        assertThatThrownBy(() -> writes.together(List.of())).isInstanceOf(TransactionCanceledException.class);
    }

    @Test
    void repeatsASingleWriteThatMetATransaction() {
        failures.add(TransactionConflictException.builder().build());

        assertThat(writes.repeatedly(() -> {
                    if (!failures.isEmpty()) {
                        throw failures.remove();
                    }
                    return "written";
                }))
                .isEqualTo("written");
    }

    @Test
    void callsAThrottledTableContendedAtOnce() {
        failures.add(error("ThrottlingException", 400));

        assertThatThrownBy(() -> writes.together(List.of())).isInstanceOf(ContendedException.class);
        assertThat(pauses).isEmpty();
    }

    @Test
    void letsOtherErrorsThrough() {
        failures.add(error("AccessDeniedException", 400));

        assertThatThrownBy(() -> writes.together(List.of())).isInstanceOf(DynamoDbException.class);
    }

    private static TransactionCanceledException cancelled(String... codes) {
        return TransactionCanceledException.builder()
                .cancellationReasons(Stream.of(codes)
                        .map(code -> CancellationReason.builder().code(code).build())
                        .toList())
                .build();
    }

    private static RuntimeException error(String code, int status) {
        return DynamoDbException.builder()
                .statusCode(status)
                .awsErrorDetails(AwsErrorDetails.builder().errorCode(code).build())
                .build();
    }

    /** Fails as often as there are failures, then succeeds. */
    private record FailingClient(Queue<RuntimeException> failures) implements DynamoDbClient {
        @Override
        public TransactWriteItemsResponse transactWriteItems(TransactWriteItemsRequest request) {
            if (!failures.isEmpty()) {
                throw failures.remove();
            }
            return TransactWriteItemsResponse.builder().build();
        }

        @Override
        public String serviceName() {
            return SERVICE_NAME;
        }

        @Override
        public void close() {
            // Nothing is open.
        }
    }
}
