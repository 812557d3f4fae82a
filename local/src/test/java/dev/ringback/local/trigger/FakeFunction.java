package dev.ringback.local.trigger;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.ringback.local.aws.AwsFailure;
import dev.ringback.local.iam.Principal;
import dev.ringback.local.lambda.Callee;
import dev.ringback.local.lambda.Outcome;
import dev.ringback.local.testserver.TestPrincipal;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.stream.StreamSupport;

/** A function that keeps its events and answers what it is told to, {@code {}} otherwise. */
final class FakeFunction implements Callee {
    static final String ARN = "arn:aws:lambda:us-east-1:000000000000:function:keeper:live";
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private final Principal role;
    private final List<JsonNode> events = new ArrayList<>();
    private final Deque<Answer> answers = new ArrayDeque<>();
    private final ObjectMapper json = new ObjectMapper();

    private interface Answer {
        Outcome to(JsonNode event);
    }

    FakeFunction() {
        this(TestPrincipal.ANYONE);
    }

    FakeFunction(Principal role) {
        this.role = role;
    }

    synchronized FakeFunction answering(String payload) {
        answers.add(event -> outcome(false, payload));
        return this;
    }

    synchronized FakeFunction failing(int times) {
        for (int i = 0; i < times; i++) {
            answers.add(event -> outcome(true, "{\"errorMessage\":\"told to\"}"));
        }
        return this;
    }

    /** Says that one of its items failed. */
    synchronized FakeFunction failingItem(int index) {
        answers.add(event -> {
            JsonNode item = event.path("Records").path(index);
            String id = item.path("messageId")
                    .asText(item.path("dynamodb").path("SequenceNumber").asText());
            return outcome(false, "{\"batchItemFailures\":[{\"itemIdentifier\":\"" + id + "\"}]}");
        });
        return this;
    }

    synchronized FakeFunction throttled() {
        answers.add(event -> {
            throw new AwsFailure(429, "TooManyRequestsException", "Rate Exceeded.");
        });
        return this;
    }

    private static Outcome outcome(boolean failed, String payload) {
        return new Outcome(failed, payload.getBytes(StandardCharsets.UTF_8));
    }

    @Override
    public synchronized Outcome invoke(String requestId, byte[] event) {
        try {
            JsonNode read = json.readTree(event);
            events.add(read);
            notifyAll();
            return answers.isEmpty() ? outcome(false, "{}") : answers.poll().to(read);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    synchronized List<JsonNode> events() {
        return List.copyOf(events);
    }

    /** The events, when there are so many. */
    synchronized List<JsonNode> awaitEvents(int count) throws InterruptedException {
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (events.size() < count && System.nanoTime() < end) {
            wait(100);
        }
        assertThat(events).hasSizeGreaterThanOrEqualTo(count);
        return events();
    }

    /** What the items of each event hold at a path, one list an event. */
    List<List<String>> items(String pointer) {
        return events().stream()
                .map(event -> StreamSupport.stream(event.path("Records").spliterator(), false)
                        .map(item -> item.at(pointer).asText())
                        .toList())
                .toList();
    }

    @Override
    public String arn() {
        return ARN;
    }

    @Override
    public String version() {
        return "1";
    }

    @Override
    public String label() {
        return "keeper";
    }

    @Override
    public Principal role() {
        return role;
    }

    @Override
    public Duration timeout() {
        return Duration.ofSeconds(1);
    }
}
