package dev.ringback.local.state;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.util.Optional;

/** Where services keep what is to outlive the local runtime. */
public interface StateFolder {
    /** Keeps nothing. */
    StateFolder NONE = new Nowhere();

    /** What was written under this name by this run or an earlier one. */
    Optional<JsonNode> read(String name);

    /** Replaces what stands under this name, wholly or not at all. */
    void write(String name, JsonNode state);

    /** A folder for a service that keeps files of its own; empty when nothing is kept. */
    Optional<Path> folder(String name);
}
