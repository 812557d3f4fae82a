package dev.ringback.local.http;

import java.util.Optional;

/** Takes WebSocket connections below one path of the gateway. */
public interface SocketEndpoint {
    /** @param upgrade the request that asks for the connection; an empty answer refuses it */
    Optional<AcceptedSocket> accept(HttpRequest upgrade);
}
