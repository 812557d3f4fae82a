package dev.ringback.functionkit;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

class BatchAnswerTest {
    @Test
    void namesWhatFailed() throws IOException {
        assertThat(written(new BatchAnswer(List.of("m-1", "m-2")))).isEqualTo("""
                {"batchItemFailures":[{"itemIdentifier":"m-1"},{"itemIdentifier":"m-2"}]}""");
    }

    @Test
    void namesNothingWhenAllIsDone() throws IOException {
        assertThat(written(BatchAnswer.allDone())).isEqualTo("""
                {"batchItemFailures":[]}""");
    }

    private static String written(BatchAnswer answer) throws IOException {
        ByteArrayOutputStream output = new ByteArrayOutputStream();
        answer.writeTo(output);
        return output.toString(StandardCharsets.UTF_8);
    }
}
