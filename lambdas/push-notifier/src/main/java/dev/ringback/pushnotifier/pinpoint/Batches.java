package dev.ringback.pushnotifier.pinpoint;

import dev.ringback.pushnotifier.push.Address;
import dev.ringback.pushnotifier.push.JoinToken;
import dev.ringback.pushnotifier.push.Push;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import software.amazon.awssdk.services.pinpoint.model.AddressConfiguration;
import software.amazon.awssdk.services.pinpoint.model.ChannelType;
import software.amazon.awssdk.services.pinpoint.model.DirectMessageConfiguration;
import software.amazon.awssdk.services.pinpoint.model.MessageRequest;

/**
 * A push to many phones in as few requests as Pinpoint takes. A request has one message for FCM and one for all channels of
 * APNs, so that only addresses that need different forms of APNs need different requests.
 */
final class Batches {
    /** Pinpoint's limit. */
    static final int MOST_ADDRESSES = 100;

    private final Messages messages;

    Batches(Messages messages) {
        this.messages = messages;
    }

    /** @param unsendable those that cannot be sent, and why */
    record Composed(List<Batch> batches, Map<Address, String> unsendable) {}

    Composed of(List<Address> addresses, Push push) {
        Map<Form, List<Address>> byForm = new EnumMap<>(Form.class);
        Map<Address, String> unsendable = new HashMap<>();
        for (Address address : addresses) {
            Optional<Form> form = Form.of(address.channel(), push);
            if (form.isEmpty()) {
                unsendable.put(address, "a VoIP push only begins a call");
            } else if (messages.payload(form.get(), push, join(address, push)).isEmpty()) {
                unsendable.put(address, "the payload is larger than " + Payloads.LARGEST);
            } else {
                byForm.computeIfAbsent(form.get(), _ -> new ArrayList<>()).add(address);
            }
        }
        return new Composed(batches(byForm, push), unsendable);
    }

    private List<Batch> batches(Map<Form, List<Address>> byForm, Push push) {
        List<Batch> batches = new ArrayList<>();
        List<Address> android = Optional.ofNullable(byForm.remove(Form.FCM)).orElse(List.of());
        for (List<Address> apple : byForm.values()) {
            List<Address> together = new ArrayList<>(android);
            together.addAll(apple);
            batches.addAll(chunks(together, push));
            android = List.of();
        }
        batches.addAll(chunks(android, push));
        return batches;
    }

    private List<Batch> chunks(List<Address> addresses, Push push) {
        List<Batch> chunks = new ArrayList<>();
        for (int from = 0; from < addresses.size(); from += MOST_ADDRESSES) {
            List<Address> some = addresses.subList(from, Math.min(from + MOST_ADDRESSES, addresses.size()));
            chunks.add(new Batch(some, request(some, push)));
        }
        return chunks;
    }

    private MessageRequest request(List<Address> addresses, Push push) {
        Map<String, AddressConfiguration> configured = addresses.stream()
                // An index that lags may name a token's former device too.
                .collect(
                        Collectors.toMap(Address::token, address -> configuration(address, push), (first, _) -> first));
        return MessageRequest.builder()
                .addresses(configured)
                .messageConfiguration(message(addresses, push))
                .traceId(push.notice().callId())
                .build();
    }

    private AddressConfiguration configuration(Address address, Push push) {
        AddressConfiguration.Builder configuration = AddressConfiguration.builder()
                .channelType(ChannelType.fromValue(address.channel().name()));
        Optional<String> join = join(address, push);
        if (join.isPresent()) {
            messages.payload(form(address, push), push, join).ifPresent(configuration::rawContent);
        }
        return configuration.build();
    }

    private DirectMessageConfiguration message(List<Address> addresses, Push push) {
        Set<Form> forms = addresses.stream()
                .map(address -> form(address, push))
                .collect(Collectors.toCollection(() -> EnumSet.noneOf(Form.class)));
        DirectMessageConfiguration.Builder message = DirectMessageConfiguration.builder();
        for (Form form : forms) {
            if (form == Form.FCM) {
                message.gcmMessage(messages.gcm(push));
            } else {
                message.apnsMessage(messages.apns(form, push));
            }
        }
        return message.build();
    }

    private static Form form(Address address, Push push) {
        return Form.of(address.channel(), push).orElseThrow();
    }

    /** What this address alone gets. */
    private static Optional<String> join(Address address, Push push) {
        return push instanceof Push.IncomingCall(var _, var join)
                ? join.filter(token -> token.clientId().equals(address.clientId()))
                        .map(JoinToken::token)
                : Optional.empty();
    }
}
