package dev.ringback.local.pinpoint;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.ringback.local.aws.AwsFailure;
import dev.ringback.local.http.HttpRequest;
import dev.ringback.local.inbox.Push;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** The one operation that sends: each address gets a result of its own. */
final class SendMessages {
    private static final int MOST_ADDRESSES = 100;
    private static final Set<String> CHANNEL_TYPES = Set.of(
            "PUSH",
            "GCM",
            "APNS",
            "APNS_SANDBOX",
            "APNS_VOIP",
            "APNS_VOIP_SANDBOX",
            "ADM",
            "SMS",
            "VOICE",
            "EMAIL",
            "BAIDU",
            "CUSTOM",
            "IN_APP");

    private final PushProviders providers;
    private final Clock clock;
    private final FcmMessages fcm = new FcmMessages();
    private final ApnsMessages apns;

    SendMessages(PushProviders providers, Clock clock) {
        this.providers = providers;
        this.clock = clock;
        this.apns = new ApnsMessages(clock);
    }

    ObjectNode run(Application application, HttpRequest http) throws InterruptedException {
        JsonNode request = MessageText.object(http.text()).orElseThrow(() -> bad("The request is not a JSON object"));
        check(request);
        ObjectNode response = JsonNodeFactory.instance
                .objectNode()
                .put("ApplicationId", application.id())
                .put("RequestId", UUID.randomUUID().toString());
        ObjectNode results = response.putObject("Result");
        for (Map.Entry<String, JsonNode> address : request.get("Addresses").properties()) {
            String messageId = UUID.randomUUID().toString();
            Delivery delivery = send(application, request.get("MessageConfiguration"), address, messageId, http);
            results.set(address.getKey(), delivery.json(messageId));
        }
        return response;
    }

    private static void check(JsonNode request) {
        if (!request.path("Endpoints").isEmpty() || request.hasNonNull("TemplateConfiguration")) {
            throw bad("Endpoints and templates ended with Pinpoint; send to Addresses.");
        }
        if (!request.path("MessageConfiguration").isObject()) {
            throw bad("MessageConfiguration must be specified.");
        }
        JsonNode addresses = request.path("Addresses");
        if (!addresses.isObject() || addresses.isEmpty() || addresses.size() > MOST_ADDRESSES) {
            throw bad("A request takes 1 to " + MOST_ADDRESSES + " addresses.");
        }
        for (JsonNode address : addresses) {
            if (!CHANNEL_TYPES.contains(address.path("ChannelType").asText())) {
                throw bad("An address has no valid ChannelType.");
            }
        }
    }

    private Delivery send(
            Application application,
            JsonNode configuration,
            Map.Entry<String, JsonNode> address,
            String messageId,
            HttpRequest http)
            throws InterruptedException {
        String type = address.getValue().get("ChannelType").asText();
        Optional<Channel> channel = application.enabledChannel(type);
        if (channel.isEmpty()) {
            return Delivery.permanentFailure(
                    400, "No channel of type " + type + " is enabled for the application " + application.id());
        }
        return switch (render(channel.get(), configuration, address.getValue())) {
            case Rendered.Refused(int code, String message) -> Delivery.permanentFailure(code, message);
            case Rendered.Ready(Map<String, String> headers, JsonNode payload, boolean dryRun) ->
                providers.send(
                        new Push(
                                messageId,
                                type,
                                address.getKey(),
                                headers,
                                channel.get().isFcm() ? addressed(payload, address.getKey()) : payload,
                                clock.instant()),
                        dryRun,
                        http.clientGone());
        };
    }

    /** FCM reads the address in the message itself, APNs in the path of the request. */
    private static JsonNode addressed(JsonNode message, String token) {
        return ((ObjectNode) message.deepCopy()).put("token", token);
    }

    private Rendered render(Channel channel, JsonNode configuration, JsonNode address) {
        JsonNode message = configuration.path(channel.isFcm() ? "GCMMessage" : "APNSMessage");
        if (!message.isObject() && !address.hasNonNull("RawContent")) {
            return new Rendered.Refused(400, "The request holds no message for channel type " + channel.type());
        }
        MessageText text = new MessageText(message, address);
        return channel.isFcm() ? fcm.render(channel, text) : apns.render(channel, text);
    }

    private static AwsFailure bad(String message) {
        return new AwsFailure(400, "BadRequestException", message);
    }
}
