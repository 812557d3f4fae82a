package dev.ringback.local.cognito;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.ringback.local.inbox.Inbox;
import dev.ringback.local.inbox.Mail;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import java.util.function.BiFunction;

/** Mails codes, which is to say puts them into the inbox, and takes them back: once, for a while, and not by guessing. */
final class MailedCodes {
    private final Inbox inbox;
    private final Clock clock;
    private final Attempts requests;
    private final Attempts guesses;
    private final SecureRandom random = new SecureRandom();

    MailedCodes(Inbox inbox, Clock clock) {
        this.inbox = inbox;
        this.clock = clock;
        this.requests = Attempts.ofCodeRequests(clock);
        this.guesses = Attempts.ofCodes(clock);
    }

    User.Code newCode(String address) {
        String digits = "%06d".formatted(random.nextInt(1_000_000));
        return new User.Code(digits, address, clock.millis());
    }

    void mail(PoolSettings settings, User.Code code) {
        inbox.add(new Mail(
                code.address(),
                settings.mailSubject(),
                settings.mailText().replace("{####}", code.digits()),
                code.digits(),
                clock.instant()));
    }

    /** Mails a new code, which takes the place of the last one for its purpose; says where it went. */
    ObjectNode send(UserPool pool, User user, CodePurpose purpose, String address) {
        requests.attempt(key(pool, user, purpose), CognitoErrors::limitExceeded, Optional::empty);
        User.Code code = newCode(address);
        pool.change(user, found -> found.withCode(purpose, code));
        mail(pool.settings(), code);
        return delivery(address);
    }

    /** Changes the user if this is his code, which is good no longer then. */
    void redeem(
            UserPool pool, User user, CodePurpose purpose, String digits, BiFunction<User, User.Code, User> change) {
        pool.change(user, found -> {
            User.Code code = guesses.attempt(
                            key(pool, user, purpose),
                            CognitoErrors::limitExceeded,
                            () -> Optional.of(current(found, purpose))
                                    .filter(sent -> sent.digits().equals(digits)))
                    .orElseThrow(CognitoErrors::codeMismatch);
            return change.apply(found.withoutCode(purpose), code);
        });
    }

    private User.Code current(User user, CodePurpose purpose) {
        return user.code(purpose)
                .filter(code -> !clock.instant()
                        .isAfter(Instant.ofEpochMilli(code.sentAt()).plus(purpose.life())))
                .orElseThrow(CognitoErrors::expiredCode);
    }

    private static String key(UserPool pool, User user, CodePurpose purpose) {
        return pool.id() + "/" + user.sub() + "/" + purpose;
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

    /** {@code {"CodeDeliveryDetails":…}} */
    static ObjectNode answer(ObjectNode delivery) {
        ObjectNode answer = JsonNodeFactory.instance.objectNode();
        answer.set("CodeDeliveryDetails", delivery);
        return answer;
    }
}
