package dev.ringback.telemetry;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Telemetry as JSON lines; metrics are in CloudWatch's embedded metric format, so counting costs no request. */
public final class JsonTelemetry implements Telemetry {
    /** The field by which lines of several functions are found together. */
    public static final String TRACE_ID = "traceId";

    private final JsonFactory json = new JsonFactory();
    private final String environment;
    private final PrintStream out;
    private final InstantSource clock;
    private final InheritableThreadLocal<Map<String, String>> subject = new InheritableThreadLocal<>();
    private volatile Map<String, String> invocation = Map.of();
    private volatile Optional<String> traceId = Optional.empty();
    private volatile boolean muted;

    public JsonTelemetry(String environment, PrintStream out, InstantSource clock) {
        this.environment = environment;
        this.out = out;
        this.clock = clock;
    }

    /**
     * Every line carries these fields from now on, and the trace. A function instance serves one invocation at a time, so a
     * field will do.
     */
    public void beginInvocation(Map<String, String> fields, Optional<String> trace) {
        Map<String, String> all = new HashMap<>(fields);
        trace.ifPresent(id -> all.put(TRACE_ID, id));
        invocation = Map.copyOf(all);
        traceId = trace;
        subject.remove();
    }

    /** Runs the task with its lines composed and then dropped: priming is no traffic. */
    public void muted(Runnable task) {
        muted = true;
        try {
            task.run();
        } finally {
            muted = false;
        }
    }

    @Override
    public void about(Map<String, String> fields) {
        subject.set(Map.copyOf(fields));
    }

    @Override
    public Optional<String> traceId() {
        return traceId;
    }

    @Override
    public void event(Level level, String event, Map<String, ?> fields) {
        line(generator -> {
            generator.writeStringField(
                    "timestamp", clock.instant().truncatedTo(ChronoUnit.MILLIS).toString());
            generator.writeStringField("level", level.name());
            generator.writeStringField("event", event);
            fields(generator, contextBeside(fields));
            fields(generator, fields);
        });
    }

    @Override
    public void count(Metric metric, Map<String, String> dimensions) {
        metric(metric, 1, dimensions);
    }

    @Override
    public void millis(Metric metric, long millis, Map<String, String> dimensions) {
        metric(metric, millis, dimensions);
    }

    private void metric(Metric metric, long value, Map<String, String> given) {
        Map<String, String> dimensions = metric.dimensions(environment, given);
        line(generator -> {
            declaration(generator, metric, List.copyOf(dimensions.keySet()));
            fields(generator, contextBeside(dimensions));
            fields(generator, dimensions);
            generator.writeNumberField(metric.metricName(), value);
        });
    }

    private void declaration(JsonGenerator generator, Metric metric, List<String> dimensions) throws IOException {
        generator.writeObjectFieldStart("_aws");
        generator.writeNumberField("Timestamp", clock.millis());
        generator.writeArrayFieldStart("CloudWatchMetrics");
        generator.writeStartObject();
        generator.writeStringField("Namespace", Metric.NAMESPACE);
        generator.writeArrayFieldStart("Dimensions");
        generator.writeArray(dimensions.toArray(String[]::new), 0, dimensions.size());
        generator.writeEndArray();
        generator.writeArrayFieldStart("Metrics");
        generator.writeStartObject();
        generator.writeStringField("Name", metric.metricName());
        generator.writeStringField("Unit", metric.unit().label());
        generator.writeEndObject();
        generator.writeEndArray();
        generator.writeEndObject();
        generator.writeEndArray();
        generator.writeEndObject();
    }

    /** What the line itself says goes before its subject, and that before the invocation. */
    private Map<String, String> contextBeside(Map<String, ?> fields) {
        Map<String, String> context = new HashMap<>(invocation);
        context.putAll(Optional.ofNullable(subject.get()).orElse(Map.of()));
        context.keySet().removeAll(fields.keySet());
        return context;
    }

    private static void fields(JsonGenerator generator, Map<String, ?> fields) throws IOException {
        // Sorted, so that lines of one kind look alike.
        for (Map.Entry<String, ?> field : new TreeMap<>(fields).entrySet()) {
            generator.writeFieldName(field.getKey());
            switch (field.getValue()) {
                case null -> generator.writeNull();
                case Integer number -> generator.writeNumber(number);
                case Long number -> generator.writeNumber(number);
                case Boolean flag -> generator.writeBoolean(flag);
                case Object value -> generator.writeString(Withheld.orPlain(field.getKey(), value.toString()));
            }
        }
    }

    private void line(Content content) {
        ByteArrayOutputStream line = new ByteArrayOutputStream(256);
        try (JsonGenerator generator = json.createGenerator(line)) {
            generator.writeStartObject();
            content.write(generator);
            generator.writeEndObject();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        line.write('\n');
        if (!muted) {
            // One write a line, so that the lines of parallel requests cannot mix.
            out.write(line.toByteArray(), 0, line.size());
            out.flush();
        }
    }

    private interface Content {
        void write(JsonGenerator generator) throws IOException;
    }
}
