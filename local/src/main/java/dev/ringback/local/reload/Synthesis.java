package dev.ringback.local.reload;

import java.io.IOException;
import java.nio.file.Path;

/** Makes a cloud assembly of the sources as they are now. */
public interface Synthesis {
    /**
     * @param folder is not there yet
     * @throws IOException whose message is what the developer needs to see
     */
    void into(Path folder) throws IOException, InterruptedException;
}
