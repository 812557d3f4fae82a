package dev.ringback.calling.secret;

import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;

/** A secret in memory that counts how often its memory was emptied. */
public final class FakeBandwidthSecret implements BandwidthSecret {
    private final AtomicInteger forgotten = new AtomicInteger();
    private volatile Supplier<Reading> reading;

    public FakeBandwidthSecret(Reading reading) {
        this.reading = () -> reading;
    }

    public static FakeBandwidthSecret of(BandwidthCredentials credentials) {
        return new FakeBandwidthSecret(new Reading.Usable(credentials));
    }

    public void replaceBy(Reading other) {
        reading = () -> other;
    }

    /** Reads as this does, slowly for instance. */
    public void readBy(Supplier<Reading> other) {
        reading = other;
    }

    public int forgotten() {
        return forgotten.get();
    }

    @Override
    public Reading read() {
        return reading.get();
    }

    @Override
    public void forget() {
        forgotten.incrementAndGet();
    }
}
