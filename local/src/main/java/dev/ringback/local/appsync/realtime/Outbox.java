package dev.ringback.local.appsync.realtime;

import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.eclipse.jetty.websocket.api.Callback;
import org.eclipse.jetty.websocket.api.Session;

/** Sends a client its messages one after the other, and cuts off a client that falls too far behind. */
final class Outbox implements AutoCloseable {
    private final Session session;
    private final RealtimeLimits limits;
    private final Consumer<String> console;
    private final BlockingQueue<Supplier<String>> waiting;
    private final Thread sender;

    Outbox(Session session, RealtimeLimits limits, Consumer<String> console) {
        this.session = session;
        this.limits = limits;
        this.console = console;
        this.waiting = new ArrayBlockingQueue<>(limits.backlog());
        this.sender = Thread.ofVirtual().name("realtime-sender").start(this::sendAll);
    }

    /** Never waits. @param message is worked out when its turn comes */
    void add(Supplier<String> message) {
        if (!waiting.offer(message)) {
            session.disconnect();
        }
    }

    private void sendAll() {
        try {
            while (true) {
                send(waiting.take().get());
            }
        } catch (InterruptedException closed) {
            // Nobody is left to send to.
        } catch (ExecutionException | TimeoutException unreachable) {
            session.disconnect();
        } catch (RuntimeException | Error fault) {
            console.accept("local: sending to a subscriber failed, its connection ends: " + fault);
            session.disconnect();
        }
    }

    private void send(String message) throws InterruptedException, ExecutionException, TimeoutException {
        CompletableFuture<Void> sent = new CompletableFuture<>();
        session.sendText(message, Callback.from(() -> sent.complete(null), sent::completeExceptionally));
        sent.get(limits.longestSend().toMillis(), TimeUnit.MILLISECONDS);
    }

    @Override
    public void close() {
        sender.interrupt();
    }
}
