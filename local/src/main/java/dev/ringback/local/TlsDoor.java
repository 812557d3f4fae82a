package dev.ringback.local;

import dev.ringback.local.gateway.TlsPort;
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

    static TlsDoor open(TlsPort port, ServerCertificate certificate, LocalOptions options, Teardown teardown)
            throws IOException {
        Path beside = options.endpointsFile().toAbsolutePath().resolveSibling(CA_CERTIFICATE);
        PublishedFile file = teardown.add(new PublishedFile(beside));
        file.write(certificate.authority());
        port.serve(certificate.identity());
        return new TlsDoor(port.number(), file.path());
    }

    /** The same address through this port. */
    String url(String plain) {
        return "https://localhost:" + port + URI.create(plain).getRawPath();
    }
}
