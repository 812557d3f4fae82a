package dev.ringback.local.appsync.realtime;

import dev.ringback.local.appsync.AuthRefused;
import dev.ringback.local.appsync.GraphQlApi;
import dev.ringback.local.http.AcceptedSocket;
import dev.ringback.local.http.HttpRequest;
import dev.ringback.local.http.SocketEndpoint;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.eclipse.jetty.websocket.api.Session;

/** The WebSocket door of the GraphQL APIs, at {@code /<apiId>/graphql/realtime}. */
public final class RealtimeEndpoint implements SocketEndpoint, AutoCloseable {
    private static final Pattern PATH = Pattern.compile("/([^/]+)/graphql/realtime");
    private static final String PROTOCOL = "graphql-ws";

    private final Function<String, Optional<GraphQlApi>> apis;
    private final RealtimeLimits limits;
    private final Consumer<String> console;
    private final Map<String, RealtimeApi> known = new ConcurrentHashMap<>();
    private final ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().daemon().name("realtime-timer").factory());

    /** @param apis finds the API of an id: one object as long as it exists, however its definition changes */
    public RealtimeEndpoint(
            Function<String, Optional<GraphQlApi>> apis, RealtimeLimits limits, Consumer<String> console) {
        this.apis = apis;
        this.limits = limits;
        this.console = console;
    }

    @Override
    public Optional<AcceptedSocket> accept(HttpRequest upgrade) {
        Matcher path = PATH.matcher(upgrade.path());
        return path.matches() ? api(path.group(1)).map(api -> accepted(api, upgrade)) : Optional.empty();
    }

    private Optional<RealtimeApi> api(String id) {
        return apis.apply(id)
                .map(api -> known.compute(
                        id, (ignored, had) -> had != null && had.api() == api ? had : RealtimeApi.of(api)));
    }

    private AcceptedSocket accepted(RealtimeApi api, HttpRequest upgrade) {
        List<String> offered = upgrade.header("sec-websocket-protocol").stream()
                .flatMap(protocols -> Stream.of(protocols.split("\\s*,\\s*")))
                .toList();
        Optional<String> chosen = offered.stream().filter(PROTOCOL::equals).findFirst();
        return new AcceptedSocket(chosen, listener(api, upgrade, offered));
    }

    private Session.Listener.AutoDemanding listener(RealtimeApi api, HttpRequest upgrade, List<String> offered) {
        try {
            if (!offered.contains(PROTOCOL)) {
                throw new Refusal("NoProtocolError", "The client does not offer the subprotocol " + PROTOCOL + ".");
            }
            api.api().authenticate(Credentials.of(upgrade, offered));
            return new Connection(api, limits, timer, console);
        } catch (Refusal refusal) {
            return new RefusedConnection(refusal, limits, timer);
        } catch (AuthRefused refused) {
            return new RefusedConnection(Refusal.unauthorized(refused), limits, timer);
        }
    }

    @Override
    public void close() {
        timer.shutdownNow();
    }
}
