package dev.ringback.local.appsync.realtime;

import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.eclipse.jetty.websocket.api.Callback;
import org.eclipse.jetty.websocket.api.Session;

/**
 * Tells a client why it is refused, and closes.
 *
 * <p>It lets the client speak first: Amplify begins to listen when it sends its first message, and would not hear
 * anything said before.
 */
// Public because Jetty calls its methods by reflection.
public final class RefusedConnection implements Session.Listener.AutoDemanding {
    private final Refusal reason;
    private final RealtimeLimits limits;
    private final ScheduledExecutorService timer;
    private final AtomicBoolean told = new AtomicBoolean();
    private volatile Session session;

    RefusedConnection(Refusal reason, RealtimeLimits limits, ScheduledExecutorService timer) {
        this.reason = reason;
        this.limits = limits;
        this.timer = timer;
    }

    @Override
    public void onWebSocketOpen(Session opened) {
        session = opened;
        timer.schedule(this::tell, limits.grace().toMillis(), TimeUnit.MILLISECONDS);
    }

    @Override
    public void onWebSocketText(String message) {
        tell();
    }

    private void tell() {
        if (told.compareAndSet(false, true)) {
            session.sendText(
                    ServerMessage.connectionError(reason).toString(),
                    Callback.from(
                            () -> session.close(1000, reason.errorType(), Callback.NOOP),
                            failure -> session.disconnect()));
        }
    }
}
