package dev.ringback.local.trigger;

import dev.ringback.local.dynamodb.StreamPosition;
import dev.ringback.local.dynamodb.StreamReader;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reads a table's stream and has a function handle what it wants of it. */
final class StreamPoller implements Poller {
    /** What DynamoDB Local deletes itself, because its time is over, it tells nobody. */
    private static final Duration LOOK_AGAIN = Duration.ofSeconds(5);
    /** Of one GetRecords. */
    private static final int MOST_RECORDS = 1000;

    private final StreamSource source;
    private final Batching batching;
    private final Filters filters;
    private final StreamDelivery delivery;
    private final Clock clock;
    private StreamPosition position;
    private Optional<StreamReader> reader = Optional.empty();

    StreamPoller(StreamSource source, Batching batching, Filters filters, StreamDelivery delivery, Clock clock) {
        this.source = source;
        this.batching = batching;
        this.filters = filters;
        this.delivery = delivery;
        this.clock = clock;
        this.position = source.start();
    }

    @Override
    public String label() {
        return source.function().label();
    }

    @Override
    public void prepare() {
        reader();
    }

    @Override
    public void run() throws InterruptedException {
        try {
            while (!Thread.currentThread().isInterrupted()) {
                long seen = source.streams().news();
                List<StreamRecord> records = gather();
                if (records.isEmpty()) {
                    source.streams().awaitNews(seen, LOOK_AGAIN);
                } else {
                    handle(records);
                }
            }
        } catch (RuntimeException e) {
            // What was read and not handled has to be read again.
            reader = Optional.empty();
            throw e;
        }
    }

    private void handle(List<StreamRecord> records) throws InterruptedException {
        List<StreamRecord> wanted =
                records.stream().filter(item -> filters.accept(item.event())).toList();
        delivery.deliver(new StreamBatch(wanted, 0));
        StreamRecord last = records.getLast();
        position = new StreamPosition.Behind(last.shard(), last.sequenceNumber());
        source.handled(last);
    }

    private List<StreamRecord> gather() throws InterruptedException {
        List<StreamRecord> records = new ArrayList<>(read(batching.size()));
        long end = System.nanoTime() + batching.window().toNanos();
        while (!records.isEmpty() && records.size() < batching.size() && System.nanoTime() < end) {
            long seen = source.streams().news();
            List<StreamRecord> more = read(batching.size() - records.size());
            records.addAll(more);
            if (more.isEmpty()) {
                source.streams().awaitNews(seen, Duration.ofNanos(end - System.nanoTime()));
            }
        }
        return records;
    }

    private List<StreamRecord> read(int most) {
        StreamReader.Records read = reader().read(Math.min(most, MOST_RECORDS));
        Instant now = clock.instant();
        return read.records().stream()
                .map(item -> StreamRecord.of(read.shard(), item, source.arn(), source.region(), now))
                .toList();
    }

    private StreamReader reader() {
        if (reader.isEmpty()) {
            reader = Optional.of(
                    source.streams().open(source.arn(), source.function().role(), position));
        }
        return reader.get();
    }
}
