package dev.ringback.local;

import dev.ringback.local.http.Endpoint;
import dev.ringback.local.http.HttpAnswer;
import dev.ringback.local.http.HttpRequest;
import java.util.Map;

/** Lets pages of any origin sign users in, as Cognito does, and hands everything else on. */
record CognitoPages(Endpoint wellKnown) implements Endpoint {
    private static final Map<String, String> PREFLIGHT = Map.of(
            "access-control-allow-origin", "*",
            "access-control-allow-methods", "POST, GET",
            "access-control-allow-headers",
                    "content-type, x-amz-target, x-amz-user-agent, cache-control, amz-sdk-request,"
                            + " amz-sdk-invocation-id, authorization",
            "access-control-max-age", "3600");

    @Override
    public HttpAnswer answer(HttpRequest request) throws Exception {
        return request.method().equals("OPTIONS")
                ? new HttpAnswer(204, PREFLIGHT, new byte[0])
                : wellKnown.answer(request);
    }
}
