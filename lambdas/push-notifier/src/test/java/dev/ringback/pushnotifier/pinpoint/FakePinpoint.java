package dev.ringback.pushnotifier.pinpoint;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Supplier;
import software.amazon.awssdk.services.pinpoint.PinpointClient;
import software.amazon.awssdk.services.pinpoint.model.MessageResponse;
import software.amazon.awssdk.services.pinpoint.model.MessageResult;
import software.amazon.awssdk.services.pinpoint.model.SendMessagesRequest;
import software.amazon.awssdk.services.pinpoint.model.SendMessagesResponse;

/** Accepts what it is not told to refuse. */
final class FakePinpoint implements PinpointClient {
    final List<SendMessagesRequest> requests = new CopyOnWriteArrayList<>();
    Supplier<RuntimeException> fail;
    private final Map<String, MessageResult> answers = new HashMap<>();
    private final Set<String> forgotten = new HashSet<>();

    void answer(String token, String status, int code, String message) {
        answers.put(token, result(status, code, message));
    }

    void forget(String token) {
        forgotten.add(token);
    }

    @Override
    public SendMessagesResponse sendMessages(SendMessagesRequest request) {
        requests.add(request);
        if (fail != null) {
            throw fail.get();
        }
        Map<String, MessageResult> results = new HashMap<>();
        request.messageRequest().addresses().keySet().stream()
                .filter(token -> !forgotten.contains(token))
                .forEach(token -> results.put(token, answers.getOrDefault(token, result("SUCCESSFUL", 200, "ok"))));
        return SendMessagesResponse.builder()
                .messageResponse(MessageResponse.builder().result(results).build())
                .build();
    }

    private static MessageResult result(String status, int code, String message) {
        return MessageResult.builder()
                .deliveryStatus(status)
                .statusCode(code)
                .statusMessage(message)
                .build();
    }

    @Override
    public String serviceName() {
        return SERVICE_NAME;
    }

    @Override
    public void close() {}
}
