package dev.ringback.local.tls;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;

/** A certificate that is made while other things happen. */
public final class PendingCertificate implements AutoCloseable {
    private final FutureTask<ServerCertificate> task;
    private final Thread thread;

    private PendingCertificate(FutureTask<ServerCertificate> task) {
        this.task = task;
        this.thread = Thread.ofVirtual().name("certificate").start(task);
    }

    /** @param folder where it is kept, or found */
    public static PendingCertificate in(Path folder) {
        return new PendingCertificate(new FutureTask<>(() -> ServerCertificate.in(folder, Clock.systemUTC())));
    }

    public ServerCertificate await() throws IOException, InterruptedException {
        try {
            return task.get();
        } catch (ExecutionException failure) {
            throw new IOException(failure.getCause().getMessage(), failure.getCause());
        }
    }

    /** Returns when nothing is written any more. */
    @Override
    public void close() {
        thread.interrupt();
        try {
            thread.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
