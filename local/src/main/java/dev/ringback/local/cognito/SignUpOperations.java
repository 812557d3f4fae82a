package dev.ringback.local.cognito;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.ringback.local.aws.AwsCall;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** SignUp, ConfirmSignUp, ResendConfirmationCode. */
final class SignUpOperations implements OperationGroup {
    private final UserPools pools;
    private final Passwords passwords;
    private final MailedCodes codes;
    private final Clock clock;

    SignUpOperations(UserPools pools, Passwords passwords, MailedCodes codes, Clock clock) {
        this.pools = pools;
        this.passwords = passwords;
        this.codes = codes;
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
        String username = input.username();
        String password = input.required("Password");
        settings.passwords().check("password", password);
        Map<String, String> attributes = input.attributes("UserAttributes");
        in.client().checkWrites(attributes.keySet());
        settings.schema().checkNew(attributes);
        if (in.pool().user(username).isPresent()) {
            throw CognitoErrors.usernameExists();
        }
        User user = User.unconfirmed(
                username,
                UUID.randomUUID().toString(),
                attributes,
                passwords.keep(in.pool(), username, password),
                clock.instant());
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
        User.Code code = codes.newCode(address.get());
        pool.add(user.withCode(CodePurpose.SIGN_UP, code));
        codes.mail(pool.settings(), code);
        answer.set("CodeDeliveryDetails", MailedCodes.delivery(address.get()));
        return answer;
    }

    private ObjectNode confirmSignUp(Input input, AwsCall call) {
        var in = pools.client(input.required("ClientId"));
        String username = input.username();
        String code = input.required("ConfirmationCode");
        User user = in.pool().user(username).orElseThrow(() -> unknown(in.client()));
        if (user.confirmed()) {
            throw CognitoErrors.notAuthorized("User cannot be confirmed. Current status is CONFIRMED");
        }
        codes.redeem(
                in.pool(),
                user,
                CodePurpose.SIGN_UP,
                code,
                (found, right) -> found.asConfirmed().owning(right.address()));
        return JsonNodeFactory.instance.objectNode();
    }

    private ObjectNode resend(Input input, AwsCall call) {
        var in = pools.client(input.required("ClientId"));
        String username = input.username();
        Optional<User> user = in.pool().user(username);
        if (user.isEmpty() || user.get().confirmed()) {
            return resendToNobody(in, username);
        }
        String address = address(in.pool(), user.get())
                .orElseThrow(() -> CognitoErrors.invalidParameter("Auto verification not turned on."));
        return MailedCodes.answer(codes.send(in.pool(), user.get(), CodePurpose.SIGN_UP, address));
    }

    // A client that hides users is told of a delivery that never happened.
    private static ObjectNode resendToNobody(UserPools.ClientInPool in, String username) {
        Optional<User> user = in.pool().user(username);
        if (in.client().hidesUsers()) {
            String address = user.flatMap(User::email)
                    .orElseGet(() -> Decoy.of(in.pool(), username).address());
            return MailedCodes.answer(MailedCodes.delivery(address));
        }
        throw user.isEmpty()
                ? CognitoErrors.userNotFound("Username/client id combination not found.")
                : CognitoErrors.invalidParameter("User is already confirmed.");
    }

    private static RuntimeException unknown(AppClient client) {
        return client.hidesUsers()
                ? CognitoErrors.expiredCode()
                : CognitoErrors.userNotFound("Username/client id combination not found.");
    }

    private static Optional<String> address(UserPool pool, User user) {
        return user.email()
                .filter(address -> pool.settings().schema().autoVerified().contains("email"));
    }
}
