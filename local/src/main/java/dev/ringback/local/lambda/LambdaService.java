package dev.ringback.local.lambda;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.ringback.local.aws.AwsCall;
import dev.ringback.local.aws.AwsFailure;
import dev.ringback.local.aws.AwsService;
import dev.ringback.local.http.HttpAnswer;
import dev.ringback.local.http.HttpRequest;
import java.io.IOException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Lambda's Invoke, and GetFunctionConfiguration as far as it tells whether a function can be invoked. */
public final class LambdaService implements AwsService {
    private static final Pattern INVOKE = Pattern.compile("/2015-03-31/functions/([^/]+)/invocations");
    private static final Pattern CONFIGURATION = Pattern.compile("/2015-03-31/functions/([^/]+)/configuration");
    private static final int LONGEST_EVENT = 6 * 1024 * 1024;
    private static final int LONGEST_ASYNC_EVENT = 1024 * 1024;

    private final Functions functions;
    private final AsyncInvoker async;
    private final ObjectMapper json = new ObjectMapper();

    public LambdaService(Functions functions, AsyncInvoker async) {
        this.functions = functions;
        this.async = async;
    }

    @Override
    public String signingName() {
        return "lambda";
    }

    @Override
    public HttpAnswer answer(AwsCall call) throws Exception {
        HttpRequest request = call.http();
        Matcher configuration = CONFIGURATION.matcher(request.path());
        if (configuration.matches() && request.method().equals("GET")) {
            return configuration(call, functions.target(configuration.group(1), qualifier(request.query())));
        }
        Matcher path = INVOKE.matcher(request.path());
        if (!path.matches() || !request.method().equals("POST")) {
            throw new AwsFailure(
                    404, "UnknownOperationException", "The local Lambda has Invoke and GetFunctionConfiguration only.");
        }
        Target target = functions.target(path.group(1), qualifier(request.query()));
        call.require("lambda:InvokeFunction", target.arn());
        byte[] event = event(request);
        String requestId = UUID.randomUUID().toString();
        var invocation = new Invocation.Request(
                requestId, target.arn(), TraceHeader.after(request.header(TraceHeader.NAME)), event);
        return switch (request.header("x-amz-invocation-type").orElse("RequestResponse")) {
            case "RequestResponse" -> answered(target, invocation);
            case "Event" -> accepted(target, invocation);
            case "DryRun" -> new HttpAnswer(204, Map.of("x-amzn-RequestId", requestId), new byte[0]);
            default ->
                throw new AwsFailure(
                        400, "InvalidParameterValueException", "The invocation type is none that Lambda has.");
        };
    }

    /**
     * Takes an event from a service that may send one by the function's own policy.
     *
     * @param sourceArn the resource that the service does it for
     * @throws AwsFailure AccessDeniedException
     */
    public void acceptFor(String service, String sourceArn, String functionArn, byte[] event) {
        checkLength(event, LONGEST_ASYNC_EVENT);
        Target target = functions.permitted(service, sourceArn, functionArn);
        async.accept(
                target, new Invocation.Request(UUID.randomUUID().toString(), target.arn(), TraceHeader.fresh(), event));
    }

    /** Why a service could not send an event; empty when it could. */
    public Optional<String> refusal(String service, String sourceArn, String functionArn) {
        try {
            functions.permitted(service, sourceArn, functionArn);
            return Optional.empty();
        } catch (AwsFailure refused) {
            return Optional.of(refused.getMessage());
        }
    }

    /** Functions that do not start keep the whole runtime from starting, so those that can be asked for are active. */
    private static HttpAnswer configuration(AwsCall call, Target target) {
        call.require("lambda:GetFunctionConfiguration", target.arn());
        return HttpAnswer.json(
                200,
                JsonNodeFactory.instance
                        .objectNode()
                        .put("FunctionName", target.pool().spec().name())
                        .put("FunctionArn", target.arn())
                        .put("Version", target.version())
                        .put("State", "Active")
                        .put("LastUpdateStatus", "Successful"));
    }

    private HttpAnswer answered(Target target, Invocation.Request request) throws InterruptedException {
        Outcome outcome = target.pool().invoke(request);
        Map<String, String> headers = new HashMap<>(Map.of(
                "content-type",
                "application/json",
                "x-amzn-RequestId",
                request.requestId(),
                "X-Amz-Executed-Version",
                target.pool().spec().version()));
        if (outcome.failed()) {
            headers.put("X-Amz-Function-Error", "Unhandled");
        }
        return new HttpAnswer(200, headers, outcome.payload());
    }

    private HttpAnswer accepted(Target target, Invocation.Request request) {
        checkLength(request.event(), LONGEST_ASYNC_EVENT);
        async.accept(target, request);
        return new HttpAnswer(202, Map.of("x-amzn-RequestId", request.requestId()), new byte[0]);
    }

    private byte[] event(HttpRequest request) throws IOException {
        if (request.body().length == 0) {
            return "{}".getBytes(StandardCharsets.UTF_8);
        }
        checkLength(request.body(), LONGEST_EVENT);
        try {
            json.readTree(request.body());
        } catch (JsonProcessingException e) {
            throw new AwsFailure(
                    400,
                    "InvalidRequestContentException",
                    "Could not parse request body into json: " + e.getOriginalMessage());
        }
        return request.body();
    }

    private static void checkLength(byte[] event, int longest) {
        if (event.length > longest) {
            throw new AwsFailure(
                    413,
                    "RequestTooLargeException",
                    event.length + " byte payload is too large for the limit of " + longest + " bytes");
        }
    }

    private static Optional<String> qualifier(String query) {
        return Stream.of(query.split("&"))
                .filter(parameter -> parameter.startsWith("Qualifier="))
                .map(parameter -> URLDecoder.decode(parameter.substring("Qualifier=".length()), StandardCharsets.UTF_8))
                .findFirst();
    }
}
