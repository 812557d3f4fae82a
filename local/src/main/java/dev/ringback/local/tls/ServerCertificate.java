package dev.ringback.local.tls;

import dev.ringback.local.gateway.TlsIdentity;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.security.cert.CertificateEncodingException;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.time.Duration;
import java.util.Base64;
import java.util.Optional;

/**
 * The gateway's certificate for this machine's names, and the authority that has signed it.
 *
 * <p>The authority's key is thrown away at once: whoever trusts it trusts this one certificate.
 */
public final class ServerCertificate {
    private static final String FILE = "server.p12";
    private static final String AUTHORITY = "authority";
    private static final String SERVER = "server";
    /** No secret: the file is kept as the users' keys beside it are. */
    private static final String PASSWORD = "ringback";
    /** 10.0.2.2 is this machine as an Android emulator sees it. */
    private static final String NAMES = "san=dns:localhost,ip:127.0.0.1,ip:10.0.2.2";

    private static final Duration SHORTEST_REST = Duration.ofDays(30);

    private final KeyStore keys;

    private ServerCertificate(KeyStore keys) {
        this.keys = keys;
    }

    /** The one that is kept in the folder, or a new one if there is none or it soon runs out. */
    static ServerCertificate in(Path folder, Clock clock) throws IOException, InterruptedException {
        Path file = Files.createDirectories(folder).resolve(FILE);
        try {
            Optional<KeyStore> kept = Files.exists(file) ? Optional.of(load(file)) : Optional.empty();
            if (kept.isPresent() && lasts(kept.get(), clock)) {
                return new ServerCertificate(kept.get());
            }
            return new ServerCertificate(create(folder, file));
        } catch (GeneralSecurityException e) {
            throw new IOException("The certificate in " + file + " cannot be used: " + e.getMessage(), e);
        }
    }

    private static KeyStore load(Path file) throws IOException, GeneralSecurityException {
        return KeyStore.getInstance(file.toFile(), PASSWORD.toCharArray());
    }

    private static boolean lasts(KeyStore keys, Clock clock) throws GeneralSecurityException {
        return keys.getCertificate(SERVER) instanceof X509Certificate certificate
                && certificate.getNotAfter().toInstant().isAfter(clock.instant().plus(SHORTEST_REST));
    }

    private static KeyStore create(Path folder, Path file)
            throws IOException, InterruptedException, GeneralSecurityException {
        Path unfinished = folder.resolve(FILE + ".tmp");
        Files.deleteIfExists(unfinished);
        Keytool keytool = new Keytool(unfinished, PASSWORD);
        keytool.generate(
                AUTHORITY,
                "CN=Ringback local runtime",
                "-ext",
                "bc:critical=ca:true,pathlen:0",
                "-ext",
                "ku:critical=keyCertSign");
        keytool.generate(
                SERVER,
                "CN=localhost",
                "-signer",
                AUTHORITY,
                "-ext",
                NAMES,
                "-ext",
                "bc=ca:false",
                "-ext",
                "ku:critical=digitalSignature",
                "-ext",
                "eku=serverAuth");
        KeyStore keys = load(unfinished);
        keys.deleteEntry(AUTHORITY);
        try (var out = Files.newOutputStream(unfinished)) {
            keys.store(out, PASSWORD.toCharArray());
        }
        Files.move(unfinished, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        return keys;
    }

    public TlsIdentity identity() {
        return new TlsIdentity(keys, PASSWORD);
    }

    /** The authority's certificate, for clients to trust. */
    public String authority() {
        try {
            Certificate[] chain = keys.getCertificateChain(SERVER);
            return pem(chain[chain.length - 1]);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String pem(Certificate certificate) throws CertificateEncodingException {
        String lines = Base64.getMimeEncoder(64, "\n".getBytes(StandardCharsets.US_ASCII))
                .encodeToString(certificate.getEncoded());
        return "-----BEGIN CERTIFICATE-----\n" + lines + "\n-----END CERTIFICATE-----\n";
    }
}
