package dev.ringback.local.http;

import java.util.Optional;
import org.eclipse.jetty.websocket.api.Session;

/**
 * A WebSocket connection that may be opened.
 *
 * @param subprotocol the one that is chosen of those the client offers
 */
public record AcceptedSocket(Optional<String> subprotocol, Session.Listener.AutoDemanding listener) {}
