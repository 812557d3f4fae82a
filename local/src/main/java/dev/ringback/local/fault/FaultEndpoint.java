package dev.ringback.local.fault;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.ringback.local.http.Endpoint;
import dev.ringback.local.http.HttpAnswer;
import dev.ringback.local.http.HttpRequest;

/**
 * {@code …/_faults}: plans failures (POST) and lists those still to come (GET).
 *
 * <p>{@code {"method":"POST","path":"/sessions","status":500,"times":2}} fails the next two matching requests.
 * {@code path} is part of the request's path; {@code method} and {@code times} (1) may be left out. Exactly one of
 * these says what happens:
 * <ul>
 *   <li>{@code "status":500}: that answer, the request is not processed;
 *   <li>{@code "drop":true}: the connection is closed, the request is not processed;
 *   <li>{@code "delayMs":15000}: waits; if the client is gone by then the request is not processed, else it is;
 *   <li>{@code "deliveryStatus":"PERMANENT_FAILURE"}, with {@code statusCode} and {@code statusMessage} if wanted: a
 *       push ends so. {@code path} is {@code push/<channel type>}, {@code push/<device token>} or both,
 *       {@code push/GCM/<device token>}.
 * </ul>
 * With {@code "skip":1} the first matching request passes. With {@code "after":true} the request is processed first and fails then, so that its answer is lost.
 * {@code {"clear":true}} ends all of them.
 */
public final class FaultEndpoint implements Endpoint {
    private final Faults faults;
    private final FaultReader reader = new FaultReader();

    public FaultEndpoint(Faults faults) {
        this.faults = faults;
    }

    @Override
    public HttpAnswer answer(HttpRequest request) {
        return switch (request.method()) {
            case "GET" -> HttpAnswer.json(200, list());
            case "POST" -> plan(request);
            default -> HttpAnswer.json(405, error("Use GET or POST."));
        };
    }

    private HttpAnswer plan(HttpRequest request) {
        switch (reader.read(request.text())) {
            case FaultReader.Plan.Clear() -> faults.clear();
            case FaultReader.Plan.Add(Fault fault) -> faults.add(fault);
            case FaultReader.Plan.Bad(String reason) -> {
                return HttpAnswer.json(400, error(reason));
            }
        }
        return HttpAnswer.json(200, list());
    }

    private ObjectNode list() {
        ObjectNode list = JsonNodeFactory.instance.objectNode();
        var items = list.putArray("faults");
        faults.active().forEach(fault -> items.add(json(fault)));
        return list;
    }

    private static ObjectNode json(Fault fault) {
        ObjectNode node = JsonNodeFactory.instance.objectNode();
        fault.method().ifPresent(method -> node.put("method", method));
        node.put("path", fault.path());
        switch (fault.effect()) {
            case FaultEffect.Status(int status) -> node.put("status", status);
            case FaultEffect.Delay(var time) -> node.put("delayMs", time.toMillis());
            case FaultEffect.Drop() -> node.put("drop", true);
            case FaultEffect.Delivery(String status, int code, String message) ->
                node.put("deliveryStatus", status).put("statusCode", code).put("statusMessage", message);
        }
        return node.put("after", fault.after()).put("skip", fault.skip()).put("times", fault.times());
    }

    private static ObjectNode error(String reason) {
        return JsonNodeFactory.instance.objectNode().put("error", reason);
    }
}
