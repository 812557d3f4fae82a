package dev.ringback.local.lambda;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.ringback.local.http.Endpoint;
import dev.ringback.local.http.HttpAnswer;
import dev.ringback.local.http.HttpRequest;
import dev.ringback.local.iam.Credentials;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The Lambda Runtime API, through which functions get events and give answers: every instance below its own path,
 * {@code /<instance>/2018-06-01/runtime/…}.
 */
final class RuntimeApi implements Endpoint {
    /** Where an instance that starts from a snapshot fetches its credentials. */
    static final String CREDENTIALS = "/2021-04-23/credentials";

    private static final Pattern PATH = Pattern.compile("/([^/]+)(/.*)");
    private static final Pattern FINISH = Pattern.compile("/2018-06-01/runtime/invocation/([^/]+)/(response|error)");
    private static final Duration CREDENTIALS_LAST = Duration.ofHours(12);

    private final Map<String, FunctionInstance> instances = new ConcurrentHashMap<>();

    void add(FunctionInstance instance) {
        instances.put(instance.id(), instance);
    }

    void remove(FunctionInstance instance) {
        instances.remove(instance.id());
    }

    @Override
    public HttpAnswer answer(HttpRequest request) throws InterruptedException {
        Matcher path = PATH.matcher(request.path());
        FunctionInstance instance = path.matches() ? instances.get(path.group(1)) : null;
        if (instance == null) {
            return HttpAnswer.empty(404);
        }
        return switch (path.group(2)) {
            case "/2018-06-01/runtime/invocation/next" -> instance.next();
            // Nothing is frozen: restoring follows at once.
            case "/2018-06-01/runtime/restore/next" -> HttpAnswer.empty(200);
            case "/2018-06-01/runtime/init/error", "/2018-06-01/runtime/restore/error" -> {
                instance.initFailed(request.body());
                yield accepted();
            }
            case CREDENTIALS -> credentials(instance.credentials(), request);
            default -> finish(instance, path.group(2), request);
        };
    }

    private static HttpAnswer finish(FunctionInstance instance, String path, HttpRequest request) {
        Matcher finish = FINISH.matcher(path);
        if (!finish.matches()) {
            return HttpAnswer.empty(404);
        }
        Outcome outcome = new Outcome(finish.group(2).equals("error"), request.body());
        return instance.finish(finish.group(1), outcome) ? accepted() : HttpAnswer.empty(400);
    }

    private static HttpAnswer credentials(Credentials credentials, HttpRequest request) {
        if (!request.header("authorization").equals(Optional.of(credentials.sessionToken()))) {
            return HttpAnswer.empty(403);
        }
        return HttpAnswer.json(
                200,
                JsonNodeFactory.instance
                        .objectNode()
                        .put("AccessKeyId", credentials.accessKeyId())
                        .put("SecretAccessKey", credentials.secretAccessKey())
                        .put("Token", credentials.sessionToken())
                        .put("Expiration", Instant.now().plus(CREDENTIALS_LAST).toString()));
    }

    private static HttpAnswer accepted() {
        return HttpAnswer.json(202, JsonNodeFactory.instance.objectNode().put("status", "OK"));
    }
}
