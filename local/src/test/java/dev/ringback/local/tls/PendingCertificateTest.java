package dev.ringback.local.tls;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PendingCertificateTest {
    @TempDir
    private Path folder;

    @Test
    void leavesNoToolRunningWhenItIsClosed() throws Exception {
        List<ProcessHandle> before = ProcessHandle.current().children().toList();
        PendingCertificate certificate = PendingCertificate.in(folder);
        ProcessHandle tool = awaitNew(before);

        certificate.close();

        assertThat(tool.isAlive()).isFalse();
    }

    private static ProcessHandle awaitNew(List<ProcessHandle> before) throws InterruptedException {
        long end = System.nanoTime() + Duration.ofSeconds(20).toNanos();
        while (System.nanoTime() < end) {
            Optional<ProcessHandle> started = ProcessHandle.current()
                    .children()
                    .filter(child -> !before.contains(child))
                    .findFirst();
            if (started.isPresent()) {
                return started.get();
            }
            Thread.sleep(1);
        }
        throw new AssertionError("No tool was started.");
    }
}
