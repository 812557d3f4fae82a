package dev.ringback.local.appsync.realtime;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.ringback.local.appsync.ApiCaller;
import dev.ringback.local.appsync.AuthRefused;
import dev.ringback.local.appsync.MutationEvent;
import dev.ringback.local.appsync.SubscriptionStart;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.eclipse.jetty.websocket.api.Callback;
import org.eclipse.jetty.websocket.api.Session;
import org.eclipse.jetty.websocket.api.StatusCode;

/** One client's connection and its subscriptions. */
// Public because Jetty calls its methods by reflection.
public final class Connection implements Session.Listener.AutoDemanding {
    private final RealtimeApi api;
    private final RealtimeLimits limits;
    private final ScheduledExecutorService timer;
    private final Consumer<String> console;
    private final Map<String, LiveSubscription> live = new HashMap<>();
    private List<Future<?>> timed = List.of();
    private Optional<Session> session = Optional.empty();
    private Optional<Outbox> outbox = Optional.empty();
    private boolean ended;

    Connection(RealtimeApi api, RealtimeLimits limits, ScheduledExecutorService timer, Consumer<String> console) {
        this.api = api;
        this.limits = limits;
        this.timer = timer;
        this.console = console;
    }

    @Override
    public synchronized void onWebSocketOpen(Session opened) {
        opened.setMaxTextMessageSize(limits.messageBytes());
        session = Optional.of(opened);
        outbox = Optional.of(new Outbox(opened, limits, console));
        api.hub().opened(this);
        long keepAlive = limits.keepAlive().toMillis();
        timed = List.of(
                timer.scheduleAtFixedRate(
                        () -> say(ServerMessage.keepAlive()), keepAlive, keepAlive, TimeUnit.MILLISECONDS),
                timer.schedule(
                        () -> close(StatusCode.NORMAL, "The connection has had its time."),
                        limits.life().toMillis(),
                        TimeUnit.MILLISECONDS));
    }

    @Override
    public void onWebSocketText(String text) {
        switch (ClientMessageReader.read(text)) {
            case ClientMessage.Init() -> say(ServerMessage.connectionAck());
            case ClientMessage.Start start -> start(start);
            case ClientMessage.Stop(String id) -> stop(id);
            case ClientMessage.Unusable(var id, Refusal refusal) -> say(ServerMessage.error(id, refusal));
        }
    }

    private void start(ClientMessage.Start start) {
        try {
            checkRoom(start.id());
            ApiCaller caller = api.api().authenticate(start.credentials());
            switch (api.api().subscribe(start.request(), caller)) {
                case SubscriptionStart.Started started -> open(start.id(), started);
                case SubscriptionStart.Refused refused -> say(ServerMessage.error(start.id(), refused.errors()));
            }
        } catch (Refusal refusal) {
            say(ServerMessage.error(start.id(), refusal));
        } catch (AuthRefused refused) {
            say(ServerMessage.error(start.id(), Refusal.unauthorized(refused)));
        }
    }

    private synchronized void checkRoom(String id) throws Refusal {
        if (live.containsKey(id)) {
            throw new Refusal("DuplicatedOperationError", "Duplicated operation id " + id);
        }
        if (live.size() >= limits.subscriptions()) {
            throw new Refusal(
                    "MaxSubscriptionsReachedError",
                    "A connection has at most " + limits.subscriptions() + " subscriptions.");
        }
    }

    // Listens before it acknowledges, so that nothing is missed, but keeps what it hears behind the acknowledgement.
    private synchronized void open(String id, SubscriptionStart.Started started) throws Refusal {
        LiveSubscription subscription = new LiveSubscription(id, started, EventFilter.of(started), this::deliver);
        if (ended) {
            return;
        }
        live.put(id, subscription);
        api.hub().add(subscription);
        say(ServerMessage.startAck(id));
    }

    private synchronized void deliver(LiveSubscription subscription, MutationEvent event) {
        if (live.get(subscription.id()) == subscription) {
            add(() -> DataMessage.of(subscription, event, limits.messageBytes(), console));
        }
    }

    private synchronized void stop(String id) {
        LiveSubscription subscription = live.remove(id);
        if (subscription == null) {
            say(ServerMessage.error(id, new Refusal("UnknownOperationError", "Unknown operation id " + id)));
        } else {
            api.hub().remove(subscription);
            say(ServerMessage.complete(id));
        }
    }

    private synchronized void say(ObjectNode message) {
        add(message::toString);
    }

    private void add(Supplier<String> message) {
        outbox.ifPresent(box -> box.add(message));
    }

    /** Ends the connection of an API that is no more. */
    void apiGone() {
        close(StatusCode.SHUTDOWN, "The API is gone.");
    }

    private synchronized void close(int status, String reason) {
        session.ifPresent(open -> open.close(status, reason, Callback.NOOP));
    }

    /** Jetty may report an error of a connection that it has not opened. */
    @Override
    public void onWebSocketError(Throwable cause) {
        end();
    }

    @Override
    public void onWebSocketClose(int statusCode, String reason, Callback callback) {
        end();
        callback.succeed();
    }

    private synchronized void end() {
        ended = true;
        timed.forEach(task -> task.cancel(false));
        live.values().forEach(api.hub()::remove);
        live.clear();
        api.hub().closed(this);
        outbox.ifPresent(Outbox::close);
    }
}
