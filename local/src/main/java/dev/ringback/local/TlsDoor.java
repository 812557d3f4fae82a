package dev.ringback.local;

import dev.ringback.local.gateway.HttpListener;
import dev.ringback.local.tls.ServerCertificate;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;

/**
 * The gateway's second port, for clients that insist on TLS.
 *
 * @param caCertificate what they have to trust
 */
record TlsDoor(int port, Path caCertificate) {
    private static final String CA_CERTIFICATE = "ca.pem";

    static TlsDoor open(HttpListener listener, ServerCertificate certificate, LocalOptions options, Teardown teardown)
            throws IOException {
        Path beside = options.endpointsFile().toAbsolutePath().resolveSibling(CA_CERTIFICATE);
        PublishedFile file = teardown.add(new PublishedFile(beside));
        file.write(certificate.authority());
        return new TlsDoor(listener.addTls(options.tlsPort(), certificate.identity()), file.path());
    }

    /** The same address through this port. */
    String url(String plain) {
        return "https://localhost:" + port + URI.create(plain).getRawPath();
    }
}
