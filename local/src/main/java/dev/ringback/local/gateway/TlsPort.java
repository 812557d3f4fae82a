package dev.ringback.local.gateway;

import java.io.IOException;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.HttpConnectionFactory;
import org.eclipse.jetty.server.SecureRequestCustomizer;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.server.SslConnectionFactory;
import org.eclipse.jetty.util.ssl.SslContextFactory;

/** A listener's second port: taken at once, it serves with TLS as soon as there is an identity. */
public final class TlsPort implements AutoCloseable {
    private final ServerConnector connector;
    private final SslContextFactory.Server context;

    private TlsPort(ServerConnector connector, SslContextFactory.Server context) {
        this.connector = connector;
        this.context = context;
    }

    static TlsPort take(Server server, int port) throws IOException {
        HttpConfiguration configuration = HttpListener.configuration();
        // Clients reach the port by names that no certificate has, through tunnels and by address.
        configuration.addCustomizer(new SecureRequestCustomizer(false));
        SslContextFactory.Server context = new SslContextFactory.Server();
        ServerConnector connector = HttpListener.connector(
                server, port, new SslConnectionFactory(context, "http/1.1"), new HttpConnectionFactory(configuration));
        try {
            connector.open();
        } catch (IOException e) {
            throw HttpListener.refusal(e, port, "--tls-port");
        }
        return new TlsPort(connector, context);
    }

    public int number() {
        return connector.getLocalPort();
    }

    public void serve(TlsIdentity identity) throws IOException {
        context.setKeyStore(identity.keys());
        context.setKeyStorePassword(identity.password());
        try {
            connector.start();
        } catch (Exception e) {
            throw HttpListener.refusal(e, number(), "--tls-port");
        }
    }

    /** Gives the port up if it has never served; otherwise the listener does when it stops. */
    @Override
    public void close() {
        connector.close();
    }
}
