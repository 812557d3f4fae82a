package dev.ringback.local.gateway;

import dev.ringback.local.http.Endpoint;
import dev.ringback.local.http.HttpAnswer;
import dev.ringback.local.http.HttpRequest;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.eclipse.jetty.http.HttpField;
import org.eclipse.jetty.io.EofException;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;
import org.eclipse.jetty.util.URIUtil;

/** Turns Jetty's requests into {@link HttpRequest}s and {@link HttpAnswer}s into its responses. */
final class EndpointHandler extends Handler.Abstract {
    private final Endpoint endpoint;
    private final int longestBody;

    EndpointHandler(Endpoint endpoint, int longestBody) {
        this.endpoint = endpoint;
        this.longestBody = longestBody;
    }

    @Override
    public boolean handle(Request request, Response response, Callback callback) throws Exception {
        Optional<byte[]> body = body(request);
        if (body.isEmpty()) {
            // What is left of the body is not read, so the connection cannot serve another request.
            response.getHeaders().put("connection", "close");
            write(HttpAnswer.empty(413), response, callback);
            return true;
        }
        HttpAnswer answer = endpoint.answer(read(request, body.get()));
        if (answer == HttpAnswer.DROP) {
            drop(request, callback);
        } else {
            write(answer, response, callback);
        }
        return true;
    }

    private Optional<byte[]> body(Request request) throws IOException {
        try (InputStream in = Request.asInputStream(request)) {
            byte[] body = in.readNBytes(longestBody + 1);
            return body.length > longestBody ? Optional.empty() : Optional.of(body);
        }
    }

    static HttpRequest read(Request request, byte[] body) {
        String path = request.getHttpURI().getPath();
        String query = request.getHttpURI().getQuery();
        return new HttpRequest(
                request.getMethod(),
                path == null ? "/" : URIUtil.decodePath(path),
                query == null ? "" : query,
                headers(request),
                body,
                Request.getRemoteAddr(request),
                new ClientGone(request.getConnectionMetaData().getConnection().getEndPoint()));
    }

    private static Map<String, String> headers(Request request) {
        Map<String, String> headers = new HashMap<>();
        for (HttpField field : request.getHeaders()) {
            if (field.getValue() != null) {
                headers.merge(
                        field.getName().toLowerCase(Locale.ROOT), field.getValue(), (one, other) -> one + "," + other);
            }
        }
        return headers;
    }

    private static void write(HttpAnswer answer, Response response, Callback callback) {
        response.setStatus(answer.status());
        answer.headers().forEach((name, value) -> response.getHeaders().put(name, value));
        response.write(true, ByteBuffer.wrap(answer.body()), callback);
    }

    private static void drop(Request request, Callback callback) {
        request.getConnectionMetaData().getConnection().getEndPoint().close();
        callback.failed(new EofException("dropped on purpose"));
    }
}
