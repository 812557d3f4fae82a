package dev.ringback.local.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.ringback.local.gateway.JournalEntry;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Counts what an answered call takes of each service that bills requests: the figures of {@code docs/cost.json}. */
@ExtendWith(BackendExtension.class)
class CallCostTest {
    private static final Map<String, String> REQUESTS = Map.of(
            "httpRequests", "POST /apis/.*/api",
            "transactions", "dynamodb/TransactWriteItems",
            "updates", "dynamodb/UpdateItem",
            "reads", "dynamodb/GetItem",
            "queries", "dynamodb/Query",
            "events", "events/PutEvents",
            "graphqlOperations", "POST appsync/.*/graphql",
            "queueMessages", "sqs/SendMessage",
            "pushRequests", "POST mobiletargeting/.*/messages",
            "bandwidthRequests", "(POST|PUT|DELETE) /bandwidth/v1/.*");

    @Test
    void anAnsweredCallTakesWhatTheCostPageSays(Backend backend) throws Exception {
        Phone ada = backend.phone("ada").registered("GCM");
        Phone ben = backend.phone("ben").registered("GCM");
        long start = System.nanoTime();
        String callId = ada.calls(ben);
        Eventually.holds("the phone is rung", () -> count(backend, start, REQUESTS.get("pushRequests")) == 1);
        ben.getCall(callId);
        ben.answerCall(callId);
        ada.endCall(callId);
        backend.bandwidth().awaitEmpty();
        JsonNode figures = new ObjectMapper()
                .readTree(Backend.ROOT.resolve("docs/cost.json").toFile())
                .path("call");
        assertThat(figures.properties().stream().map(Map.Entry::getKey))
                .containsExactlyInAnyOrderElementsOf(REQUESTS.keySet());
        // The functions behind the stream go on after the answer.
        assertThat(figures.properties())
                .allSatisfy(figure -> Eventually.holds(
                        "the " + figure.getKey() + " of a call are " + figure.getValue(),
                        () -> count(backend, start, REQUESTS.get(figure.getKey()))
                                == figure.getValue().longValue()));
    }

    // A sweep is no call's; what an idle backend costs has it.
    private static long count(Backend backend, long start, String target) {
        List<JournalEntry> entries = backend.runtime().journal().entries();
        return entries.stream()
                .filter(entry -> entry.startNanos() >= start && entry.target().matches(target))
                .filter(entry -> !(entry.principal().contains("CallKeeper")
                        && entry.target().endsWith("Query")))
                .count();
    }
}
