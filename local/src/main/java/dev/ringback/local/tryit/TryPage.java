package dev.ringback.local.tryit;

import dev.ringback.local.http.Endpoint;
import dev.ringback.local.http.HttpAnswer;
import dev.ringback.local.http.HttpRequest;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Properties;

/**
 * A page that asks the API: Swagger UI, with a sign-in that makes a user of this machine.
 *
 * @param userPoolClientId what the page signs in to
 */
public record TryPage(String userPoolClientId) implements Endpoint {
    private static final String POM = "/META-INF/maven/org.webjars/swagger-ui/pom.properties";
    private static final Map<String, String> TYPES =
            Map.of("html", "text/html; charset=utf-8", "js", "text/javascript", "css", "text/css");

    @Override
    public HttpAnswer answer(HttpRequest request) throws Exception {
        return switch (request.path()) {
            case "/" -> own("page.html");
            case "/try.js" -> own("try.js");
            case "/swagger-ui.css", "/swagger-ui-bundle.js" -> swagger(request.path());
            default -> HttpAnswer.empty(404);
        };
    }

    private HttpAnswer own(String name) throws IOException {
        String text = new String(read(name), StandardCharsets.UTF_8).replace("USER_POOL_CLIENT_ID", userPoolClientId);
        return answer(name, text.getBytes(StandardCharsets.UTF_8));
    }

    private static HttpAnswer swagger(String path) throws IOException {
        return answer(path, read("/META-INF/resources/webjars/swagger-ui/" + version() + path));
    }

    private static String version() throws IOException {
        Properties pom = new Properties();
        try (InputStream properties = TryPage.class.getResourceAsStream(POM)) {
            pom.load(properties);
        }
        return pom.getProperty("version");
    }

    private static HttpAnswer answer(String name, byte[] body) {
        String type = TYPES.get(name.substring(name.lastIndexOf('.') + 1));
        return new HttpAnswer(200, Map.of("content-type", type), body);
    }

    private static byte[] read(String resource) throws IOException {
        try (InputStream stream = TryPage.class.getResourceAsStream(resource)) {
            return stream.readAllBytes();
        }
    }
}
