package dev.ringback.local.cognito;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.ringback.local.aws.AwsCall;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;

/** SignUp, ConfirmSignUp, ResendConfirmationCode. */
final class SignUpOperations implements OperationGroup {
    private static final Duration CODE_LIFE = Duration.ofHours(24);
    private static final String USERNAME = "[\\p{L}\\p{M}\\p{S}\\p{N}\\p{P}]+";
    private static final Pattern USERNAMES = Pattern.compile(USERNAME);
    private static final int LONGEST_USERNAME = 128;

    private final UserPools pools;
    private final Passwords passwords;
    private final ConfirmationMails mails;
    private final Attempts codeAttempts;
    private final Clock clock;

    SignUpOperations(UserPools pools, Passwords passwords, ConfirmationMails mails, Clock clock) {
        this.pools = pools;
        this.passwords = passwords;
        this.mails = mails;
        this.codeAttempts = Attempts.ofCodes(clock);
        this.clock = clock;
    }

    @Override
    public Map<String, Operation> operations() {
        return Map.of(
                "SignUp", this::signUp,
                "ConfirmSignUp", this::confirmSignUp,
                "ResendConfirmationCode", this::resend);
    }

    private ObjectNode signUp(Input input, AwsCall call) {
        var in = pools.client(input.required("ClientId"));
        PoolSettings settings = in.pool().settings();
        if (settings.adminOnly()) {
            throw CognitoErrors.notAuthorized("SignUp is not permitted for this user pool");
        }
        String username = username(input);
        String password = input.required("Password");
        settings.passwords().check(password);
        Map<String, String> attributes = input.attributes("UserAttributes");
        in.client().checkWrites(attributes.keySet());
        settings.checkAttributes(attributes);
        if (in.pool().user(username).isPresent()) {
            throw CognitoErrors.usernameExists();
        }
        User user = User.unconfirmed(
                username, UUID.randomUUID().toString(), attributes, passwords.hash(password), clock.instant());
        return create(in.pool(), user);
    }

    private ObjectNode create(UserPool pool, User user) {
        ObjectNode answer = JsonNodeFactory.instance
                .objectNode()
                .put("UserConfirmed", false)
                .put("UserSub", user.sub());
        Optional<String> address = address(pool, user);
        if (address.isEmpty()) {
            pool.add(user);
            return answer;
        }
        String code = mails.newCode();
        pool.add(user.withCode(code, clock.instant()));
        mails.send(pool.settings(), address.get(), code);
        answer.set("CodeDeliveryDetails", ConfirmationMails.delivery(address.get()));
        return answer;
    }

    private ObjectNode confirmSignUp(Input input, AwsCall call) {
        var in = pools.client(input.required("ClientId"));
        String username = username(input);
        String code = input.required("ConfirmationCode");
        User user = in.pool().user(username).orElseThrow(() -> unknown(in.client()));
        String key = in.pool().id() + "/" + user.sub();
        if (codeAttempts.mustWait(key)) {
            throw CognitoErrors.limitExceeded();
        }
        Instant now = clock.instant();
        boolean matched = confirm(in.pool(), username, code, now);
        if (!matched) {
            codeAttempts.failed(key);
            throw CognitoErrors.codeMismatch();
        }
        codeAttempts.succeeded(key);
        return JsonNodeFactory.instance.objectNode();
    }

    private static boolean confirm(UserPool pool, String username, String code, Instant now) {
        User changed = pool.change(username, user -> {
            if (user.confirmed()) {
                throw CognitoErrors.notAuthorized("User cannot be confirmed. Current status is CONFIRMED");
            }
            User.Code pending = user.pendingCode().orElseThrow(CognitoErrors::expiredCode);
            if (now.isAfter(Instant.ofEpochMilli(pending.sentAt()).plus(CODE_LIFE))) {
                throw CognitoErrors.expiredCode();
            }
            return pending.digits().equals(code) ? user.confirmedBy("email", now) : user;
        });
        return changed.confirmed();
    }

    private ObjectNode resend(Input input, AwsCall call) {
        var in = pools.client(input.required("ClientId"));
        String username = username(input);
        Optional<User> user = in.pool().user(username);
        if (user.isEmpty() || user.get().confirmed()) {
            return resendToNobody(in.client(), user);
        }
        String address = address(in.pool(), user.get())
                .orElseThrow(() -> CognitoErrors.invalidParameter("Auto verification not turned on."));
        String code = mails.newCode();
        in.pool().change(username, found -> found.withCode(code, clock.instant()));
        mails.send(in.pool().settings(), address, code);
        return answer(address);
    }

    // A client that hides users is told of a delivery that never happened.
    private static ObjectNode resendToNobody(AppClient client, Optional<User> user) {
        if (client.hidesUsers()) {
            return answer(user.map(found -> found.attributes().get("email")).orElse("user@example.com"));
        }
        throw user.isEmpty()
                ? CognitoErrors.userNotFound("Username/client id combination not found.")
                : CognitoErrors.invalidParameter("User is already confirmed.");
    }

    private static ObjectNode answer(String address) {
        ObjectNode answer = JsonNodeFactory.instance.objectNode();
        answer.set("CodeDeliveryDetails", ConfirmationMails.delivery(address));
        return answer;
    }

    private static RuntimeException unknown(AppClient client) {
        return client.hidesUsers()
                ? CognitoErrors.expiredCode()
                : CognitoErrors.userNotFound("Username/client id combination not found.");
    }

    private static Optional<String> address(UserPool pool, User user) {
        return Optional.ofNullable(user.attributes().get("email"))
                .filter(address -> pool.settings().autoVerified().contains("email"));
    }

    private static String username(Input input) {
        String username = input.required("Username");
        if (!USERNAMES.matcher(username).matches()) {
            throw CognitoErrors.constraint("username", "satisfy regular expression pattern: " + USERNAME);
        }
        if (username.length() > LONGEST_USERNAME) {
            throw CognitoErrors.constraint("username", "have length less than or equal to " + LONGEST_USERNAME);
        }
        return username;
    }
}
