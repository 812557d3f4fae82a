package dev.ringback.local.gateway;

import dev.ringback.local.http.Endpoint;
import dev.ringback.local.http.SocketEndpoint;
import java.io.IOException;
import java.net.BindException;
import java.util.Optional;
import org.eclipse.jetty.http.UriCompliance;
import org.eclipse.jetty.server.ConnectionFactory;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.HttpConnectionFactory;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.util.thread.VirtualThreadPool;

/** An HTTP server on 127.0.0.1 that hands every request to one endpoint, each on a virtual thread of its own. */
public final class HttpListener implements AutoCloseable {
    private static final String LOOPBACK = "127.0.0.1";
    private static final int MOST_REQUESTS = 10_000;
    // Hundreds of phones may call at one instant; the default of 50 resets some of their connections.
    private static final int BACKLOG = 1024;

    private final Server server;
    private final ServerConnector connector;

    private HttpListener(Server server, ServerConnector connector) {
        this.server = server;
        this.connector = connector;
    }

    /**
     * Starts listening.
     *
     * @param port 0 takes a free one
     * @param longestBody in bytes; a longer body is answered 413
     * @throws PortInUseException when another program has the port
     */
    public static HttpListener start(int port, int longestBody, Endpoint endpoint) throws IOException {
        return start(port, longestBody, endpoint, upgrade -> Optional.empty());
    }

    /** Starts listening, for WebSocket connections too. */
    public static HttpListener start(int port, int longestBody, Endpoint endpoint, SocketEndpoint sockets)
            throws IOException {
        // A request may wait for others that come in behind it, so a small bound could lock the server up.
        Server server = new Server(new VirtualThreadPool(MOST_REQUESTS));
        Handler handler = new EndpointHandler(endpoint, longestBody);
        server.setHandler(new SocketHandler(server, sockets, handler));
        HttpListener listener =
                new HttpListener(server, connector(server, port, new HttpConnectionFactory(configuration())));
        listener.open();
        return listener;
    }

    /**
     * Takes a port on which the same can be served with TLS.
     *
     * @param port 0 takes a free one
     * @throws PortInUseException when another program has the port
     */
    public TlsPort takeTlsPort(int port) throws IOException {
        return TlsPort.take(server, port);
    }

    static ServerConnector connector(Server server, int port, ConnectionFactory... protocols) {
        ServerConnector connector = new ServerConnector(server, 1, 1, protocols);
        connector.setHost(LOOPBACK);
        connector.setPort(port);
        // A function waits for its next event as long as it takes, and a simulated hang lasts as long as it is told to.
        connector.setIdleTimeout(0);
        connector.setAcceptQueueSize(BACKLOG);
        server.addConnector(connector);
        return connector;
    }

    static HttpConfiguration configuration() {
        HttpConfiguration configuration = new HttpConfiguration();
        configuration.setSendServerVersion(false);
        // Resource names come percent-encoded in paths, slashes included; nothing here serves files.
        configuration.setUriCompliance(UriCompliance.UNSAFE);
        return configuration;
    }

    private void open() throws IOException {
        try {
            server.start();
        } catch (Exception e) {
            close();
            throw refusal(e, connector.getPort(), "--port");
        }
    }

    static IOException refusal(Exception e, int port, String option) {
        return e instanceof BindException || e.getCause() instanceof BindException
                ? new PortInUseException(port, option)
                : new IOException("The HTTP server did not start: " + e.getMessage(), e);
    }

    public int port() {
        return connector.getLocalPort();
    }

    public String url() {
        return "http://" + LOOPBACK + ":" + port();
    }

    @Override
    public void close() {
        try {
            server.stop();
        } catch (Exception e) {
            throw new IllegalStateException("The HTTP server did not stop.", e);
        }
    }
}
