package dev.ringback.local.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** A function may do locally what its synthesized role allows, and no more. */
class LeastPrivilegeTest {
    @Test
    void aPermissionTakenOutOfTheTemplateMakesTheCallFailWithAccessDenied() throws Exception {
        Path assembly = Backend.synthesize();
        takeOut("StartPush", assembly);
        try (Backend backend = Backend.start(assembly)) {
            Phone ada = backend.phone("ada").registered("GCM");
            Phone ben = backend.phone("ben").registered("GCM");

            Http.Answer answer = ada.initiateCall(ben);

            assertThat(answer.status()).isGreaterThanOrEqualTo(500);
            assertThat(backend.runtime().journal().entries())
                    .anyMatch(entry -> entry.target().contains("lambda/") && entry.status() == 403);
            backend.bandwidth().awaitEmpty();
        }
    }

    private static void takeOut(String purpose, Path assembly) throws Exception {
        int taken = 0;
        try (Stream<Path> files = Files.list(assembly)) {
            for (Path file : files.filter(path -> path.toString().endsWith(".template.json"))
                    .toList()) {
                JsonNode template = Http.JSON.readTree(file.toFile());
                for (JsonNode statements : template.findValues("Statement")) {
                    for (Iterator<JsonNode> each = statements.iterator(); each.hasNext(); ) {
                        if (each.next().path("Sid").asText().equals(purpose)) {
                            each.remove();
                            taken++;
                        }
                    }
                }
                Files.writeString(file, template.toString());
            }
        }
        assertThat(taken).isEqualTo(1);
    }
}
