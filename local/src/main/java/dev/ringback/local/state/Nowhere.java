package dev.ringback.local.state;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.util.Optional;

/** Forgets. */
record Nowhere() implements StateFolder {
    @Override
    public Optional<JsonNode> read(String name) {
        return Optional.empty();
    }

    @Override
    public void write(String name, JsonNode state) {
        // Nothing is kept.
    }

    @Override
    public Optional<Path> folder(String name) {
        return Optional.empty();
    }
}
