package dev.ringback.local.cognito;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.ringback.local.inbox.Inbox;
import dev.ringback.local.inbox.Mail;
import java.security.SecureRandom;
import java.time.Clock;

/** Mails confirmation codes, which is to say puts them into the inbox. */
final class ConfirmationMails {
    private final Inbox inbox;
    private final Clock clock;
    private final SecureRandom random = new SecureRandom();

    ConfirmationMails(Inbox inbox, Clock clock) {
        this.inbox = inbox;
        this.clock = clock;
    }

    String newCode() {
        return "%06d".formatted(random.nextInt(1_000_000));
    }

    void send(PoolSettings settings, String address, String code) {
        inbox.add(new Mail(
                address, settings.mailSubject(), settings.mailText().replace("{####}", code), code, clock.instant()));
    }

    /** Where a code went, masked as Cognito masks it. */
    static ObjectNode delivery(String address) {
        int at = address.indexOf('@');
        return JsonNodeFactory.instance
                .objectNode()
                .put("AttributeName", "email")
                .put("DeliveryMedium", "EMAIL")
                .put("Destination", address.charAt(0) + "***@" + address.charAt(at + 1) + "***");
    }
}
