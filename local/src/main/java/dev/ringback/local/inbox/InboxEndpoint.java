package dev.ringback.local.inbox;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.ringback.local.fault.FaultEndpoint;
import dev.ringback.local.fault.Faults;
import dev.ringback.local.http.Endpoint;
import dev.ringback.local.http.HttpAnswer;
import dev.ringback.local.http.HttpRequest;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Shows the inbox: {@code GET} lists {@code {"pushes":[…],"mails":[…]}}, the oldest first, or a page for a browser;
 * {@code ?to=} keeps one device token or mail address; {@code DELETE} empties it. {@code _faults} below it plans how
 * pushes end.
 */
public final class InboxEndpoint implements Endpoint {
    private final Inbox inbox;
    private final FaultEndpoint faults;
    private final InboxPage page = new InboxPage();

    public InboxEndpoint(Inbox inbox, Faults pushFaults) {
        this.inbox = inbox;
        this.faults = new FaultEndpoint(pushFaults);
    }

    @Override
    public HttpAnswer answer(HttpRequest request) {
        return switch (request.path()) {
            case "", "/" -> inbox(request);
            case "/_faults" -> faults.answer(request);
            default -> HttpAnswer.json(404, error("There is nothing here."));
        };
    }

    private HttpAnswer inbox(HttpRequest request) {
        return switch (request.method()) {
            case "GET" -> list(request);
            case "DELETE" -> {
                inbox.clear();
                yield HttpAnswer.empty(204);
            }
            default -> HttpAnswer.json(405, error("Use GET or DELETE."));
        };
    }

    private HttpAnswer list(HttpRequest request) {
        Optional<String> to = to(request.query());
        List<Push> pushes = inbox.pushes().stream()
                .filter(push -> to.map(push.deviceToken()::equals).orElse(true))
                .toList();
        List<Mail> mails = inbox.mails().stream()
                .filter(mail -> to.map(mail.address()::equalsIgnoreCase).orElse(true))
                .toList();
        if (request.header("accept").orElse("").contains("text/html")) {
            return new HttpAnswer(
                    200,
                    Map.of("content-type", "text/html; charset=utf-8"),
                    page.render(pushes, mails).getBytes(StandardCharsets.UTF_8));
        }
        return HttpAnswer.json(200, json(pushes, mails));
    }

    private static Optional<String> to(String query) {
        return Arrays.stream(query.split("&"))
                .filter(pair -> pair.startsWith("to="))
                .map(pair -> URLDecoder.decode(pair.substring(3), StandardCharsets.UTF_8))
                .findFirst();
    }

    private static ObjectNode json(List<Push> pushes, List<Mail> mails) {
        ObjectNode node = JsonNodeFactory.instance.objectNode();
        ArrayNode pushNodes = node.putArray("pushes");
        pushes.forEach(push -> write(push, pushNodes.addObject()));
        ArrayNode mailNodes = node.putArray("mails");
        mails.forEach(mail -> write(mail, mailNodes.addObject()));
        return node;
    }

    private static void write(Push push, ObjectNode node) {
        node.put("messageId", push.messageId())
                .put("channelType", push.channelType())
                .put("deviceToken", push.deviceToken());
        if (!push.headers().isEmpty()) {
            ObjectNode headers = node.putObject("headers");
            push.headers().forEach(headers::put);
        }
        node.set("payload", push.payload());
        node.put("time", push.time().toString());
    }

    private static void write(Mail mail, ObjectNode node) {
        node.put("address", mail.address())
                .put("subject", mail.subject())
                .put("text", mail.text())
                .put("confirmationCode", mail.confirmationCode())
                .put("time", mail.time().toString());
    }

    private static ObjectNode error(String reason) {
        return JsonNodeFactory.instance.objectNode().put("error", reason);
    }
}
