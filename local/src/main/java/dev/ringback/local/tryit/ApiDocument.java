package dev.ringback.local.tryit;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.ringback.local.http.Endpoint;
import dev.ringback.local.http.HttpAnswer;
import dev.ringback.local.http.HttpRequest;
import java.nio.file.Path;

/**
 * The API's description, with this machine for its server.
 *
 * @param file as the build wrote it; read anew each time
 * @param server the path below which the API is, so that a page of this gateway need not ask for another origin
 */
public record ApiDocument(Path file, String server) implements Endpoint {
    @Override
    public HttpAnswer answer(HttpRequest request) throws Exception {
        ObjectNode description = (ObjectNode) new ObjectMapper().readTree(file.toFile());
        description.putArray("servers").addObject().put("url", server);
        return HttpAnswer.json(200, description);
    }
}
