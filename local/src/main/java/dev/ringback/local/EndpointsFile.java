package dev.ringback.local;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import java.io.IOException;
import java.nio.file.Path;

/** Tells other programs where things are, as long as they are there. */
final class EndpointsFile implements AutoCloseable {
    private final PublishedFile file;
    private final ObjectMapper json = new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT);

    EndpointsFile(Path file) {
        this.file = new PublishedFile(file);
    }

    void write(Endpoints endpoints) throws IOException {
        file.write(json.writeValueAsString(endpoints) + "\n");
    }

    @Override
    public void close() throws IOException {
        file.close();
    }
}
