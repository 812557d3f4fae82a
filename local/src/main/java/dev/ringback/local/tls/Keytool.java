package dev.ringback.local.tls;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The JDK's own tool, the only public way there is in Java to make a certificate. */
record Keytool(Path keyStore, String password) {
    private static final List<String> COMMON = List.of(
            "-J-XX:TieredStopAtLevel=1",
            "-J-XX:+UseSerialGC",
            "-genkeypair",
            "-keyalg",
            "EC",
            "-groupname",
            "secp256r1",
            "-storetype",
            "PKCS12",
            // A phone's clock may be behind.
            "-startdate",
            "-1d",
            // Browsers and phones take no more than 398.
            "-validity",
            "397");

    /** Makes a key and its certificate. */
    void generate(String alias, String name, String... more) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "keytool").toString());
        command.addAll(COMMON);
        command.addAll(List.of("-keystore", keyStore.toString(), "-storepass", password));
        command.addAll(List.of("-alias", alias, "-dname", name));
        command.addAll(List.of(more));
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        try {
            process.getOutputStream().close();
            int status = process.waitFor();
            if (status != 0) {
                throw new IOException("keytool failed: "
                        + new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip());
            }
        } finally {
            // The folder it writes to may be deleted next.
            process.destroyForcibly().waitFor();
        }
    }
}
