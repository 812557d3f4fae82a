package dev.ringback.local.gateway;

import dev.ringback.local.http.AcceptedSocket;
import dev.ringback.local.http.SocketEndpoint;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.eclipse.jetty.http.HttpStatus;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.util.Callback;
import org.eclipse.jetty.websocket.server.ServerUpgradeRequest;
import org.eclipse.jetty.websocket.server.ServerUpgradeResponse;
import org.eclipse.jetty.websocket.server.ServerWebSocketContainer;

/** Opens WebSocket connections, and hands every other request on. */
final class SocketHandler extends Handler.Wrapper {
    private final SocketEndpoint sockets;
    private final ServerWebSocketContainer container;

    SocketHandler(Server server, SocketEndpoint sockets, Handler others) {
        super(others);
        this.sockets = sockets;
        this.container = ServerWebSocketContainer.ensure(server);
        // Whoever waits for an event may wait for hours.
        container.setIdleTimeout(Duration.ZERO);
    }

    @Override
    public boolean handle(Request request, Response response, Callback callback) throws Exception {
        return container.upgrade(this::open, request, response, callback) || super.handle(request, response, callback);
    }

    private Object open(ServerUpgradeRequest request, ServerUpgradeResponse response, Callback callback) {
        Optional<AcceptedSocket> accepted = sockets.accept(EndpointHandler.read(request, new byte[0]));
        if (accepted.isEmpty()) {
            Response.writeError(request, response, callback, HttpStatus.NOT_FOUND_404);
            return null;
        }
        // No compression: Jetty closes its side right behind a close frame, and Node drops what it is still unpacking
        // then.
        response.setExtensions(List.of());
        accepted.get().subprotocol().ifPresent(response::setAcceptedSubProtocol);
        return accepted.get().listener();
    }
}
