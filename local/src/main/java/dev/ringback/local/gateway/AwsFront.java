package dev.ringback.local.gateway;

import dev.ringback.local.aws.AwsCall;
import dev.ringback.local.aws.AwsFailure;
import dev.ringback.local.aws.AwsService;
import dev.ringback.local.fault.Faults;
import dev.ringback.local.http.HttpAnswer;
import dev.ringback.local.http.HttpRequest;
import dev.ringback.local.iam.AccessKeys;
import dev.ringback.local.iam.Anonymous;
import dev.ringback.local.iam.Principal;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;

/** Recognises calls of AWS APIs, finds out who calls, and hands them to their service. */
final class AwsFront {
    private static final String COGNITO = "cognito-idp";
    private static final String COGNITO_TARGET = "AWSCognitoIdentityProviderService.";

    private final Map<String, AwsService> services = new ConcurrentHashMap<>();
    private final AccessKeys keys;
    private final Faults faults;

    /** A call as recognised: its service, its target in the journal, and who signed it. */
    record Recognised(String service, String operation, Optional<String> accessKeyId, HttpRequest request) {
        String target() {
            return operation.isEmpty() ? request.method() + " " + service + request.path() : service + "/" + operation;
        }

        String faultPath() {
            return operation.isEmpty() ? service + request.path() : target();
        }
    }

    AwsFront(AccessKeys keys, Faults faults) {
        this.keys = keys;
        this.faults = faults;
    }

    void add(AwsService service) {
        services.put(service.signingName(), service);
    }

    Optional<Recognised> recognise(HttpRequest request) {
        String target = request.header("x-amz-target").orElse("");
        String operation = target.substring(target.lastIndexOf('.') + 1);
        Optional<CredentialScope> scope = CredentialScope.of(request);
        if (scope.isPresent()) {
            return scope.map(
                    found -> new Recognised(found.service(), operation, Optional.of(found.accessKeyId()), request));
        }
        // Signing up and in happens before one has any credentials.
        return target.startsWith(COGNITO_TARGET)
                ? Optional.of(new Recognised(COGNITO, operation, Optional.empty(), request))
                : Optional.empty();
    }

    /** The name of who signed the call, empty where nobody known did. */
    String principal(Recognised call) {
        return call.accessKeyId()
                .flatMap(id -> keys.find(id, call.request().header("x-amz-security-token")))
                .map(Principal::name)
                .orElse("");
    }

    HttpAnswer answer(Recognised call) throws Exception {
        HttpRequest byTarget = call.request().withPath(call.faultPath());
        return complete(
                call,
                faults.answer(
                        byTarget,
                        ignored -> serve(call),
                        status -> refusal(
                                call,
                                new AwsFailure(status, faultCode(status), "A fault was planned for this call."))));
    }

    private HttpAnswer serve(Recognised call) throws Exception {
        try {
            Principal principal = call.accessKeyId().isEmpty() ? Anonymous.PRINCIPAL : signer(call);
            AwsService service = services.get(call.service());
            if (service == null) {
                throw new AwsFailure(501, "NotImplemented", "The local runtime has no service " + call.service() + ".");
            }
            return service.answer(new AwsCall(call.operation(), call.request(), principal));
        } catch (AwsFailure failure) {
            return refusal(call, failure);
        }
    }

    private Principal signer(Recognised call) {
        return call.accessKeyId()
                .flatMap(id -> keys.find(id, call.request().header("x-amz-security-token")))
                .orElseThrow(() -> new AwsFailure(
                        403, "UnrecognizedClientException", "The security token included in the request is invalid."));
    }

    private static HttpAnswer refusal(Recognised call, AwsFailure failure) {
        return AwsErrors.answer(failure, call.service(), call.request());
    }

    private static String faultCode(int status) {
        return switch (status) {
            case 400 -> "ValidationException";
            case 429 -> "TooManyRequestsException";
            case 503 -> "ServiceUnavailable";
            default -> "InternalServerError";
        };
    }

    private static HttpAnswer complete(Recognised call, HttpAnswer answer) {
        if (answer == HttpAnswer.DROP) {
            return answer;
        }
        Map<String, String> headers = new HashMap<>(answer.headers());
        if (headers.keySet().stream().noneMatch("x-amzn-requestid"::equalsIgnoreCase)) {
            headers.put("x-amzn-RequestId", UUID.randomUUID().toString());
        }
        // Cognito lets pages of any origin sign users in; calls with an access key are not for pages.
        if (call.accessKeyId().isEmpty()) {
            headers.put("access-control-allow-origin", "*");
            headers.put("access-control-expose-headers", "x-amzn-RequestId,x-amzn-ErrorType");
        }
        return new HttpAnswer(answer.status(), headers, answer.body());
    }
}
