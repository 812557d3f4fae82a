package dev.ringback.local.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** With a data folder, a restart is no more than a pause. */
class KeptDataTest {
    @Test
    void usersTokensAndDevicesOutliveARestart() throws Exception {
        Path assembly = Backend.synthesize();
        Path folder = Backend.folder("kept");
        Phone ada;
        try (Backend first = Backend.start(assembly, folder)) {
            ada = first.phone("ada").registered("GCM");
        }

        try (Backend second = Backend.start(assembly, folder)) {
            Phone sameAda = ada.on(second);

            assertThat(sameAda.endCall().status()).isEqualTo(200);
            assertThat(sameAda.registered("GCM").clientId()).isEqualTo(ada.clientId());
            assertThat(sameAda.initiateCall(second.phone("ben").registered("APNS"))
                            .status())
                    .isEqualTo(200);
        }
    }
}
