package dev.ringback.local.cognito;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.ringback.local.aws.AwsCall;
import java.util.Map;
import java.util.Optional;

/**
 * ForgotPassword, ConfirmForgotPassword, ChangePassword. As at Cognito, a new password leaves the user signed in
 * wherever he is; to end that there is GlobalSignOut.
 */
final class PasswordOperations implements OperationGroup {
    private final UserPools pools;
    private final AccessTokens accessTokens;
    private final Passwords passwords;
    private final PasswordAttempts attempts;
    private final MailedCodes codes;

    PasswordOperations(
            UserPools pools,
            AccessTokens accessTokens,
            Passwords passwords,
            PasswordAttempts attempts,
            MailedCodes codes) {
        this.pools = pools;
        this.accessTokens = accessTokens;
        this.passwords = passwords;
        this.attempts = attempts;
        this.codes = codes;
    }

    @Override
    public Map<String, Operation> operations() {
        return Map.of(
                "ForgotPassword", this::forgot,
                "ConfirmForgotPassword", this::confirmForgot,
                "ChangePassword", this::change);
    }

    private ObjectNode forgot(Input input, AwsCall call) {
        var in = pools.client(input.required("ClientId"));
        String username = input.username();
        Optional<User> user = in.pool().user(username);
        Optional<String> address = user.filter(known -> !known.disabled())
                .flatMap(User::verifiedEmail)
                .filter(verified -> in.pool().settings().recoversByEmail());
        if (address.isPresent()) {
            return MailedCodes.answer(codes.send(in.pool(), user.get(), CodePurpose.NEW_PASSWORD, address.get()));
        }
        if (in.client().hidesUsers()) {
            return MailedCodes.answer(
                    MailedCodes.delivery(Decoy.of(in.pool(), username).address()));
        }
        throw user.map(PasswordOperations::unreachable).orElseGet(PasswordOperations::unknown);
    }

    private static RuntimeException unreachable(User user) {
        return user.disabled()
                ? CognitoErrors.userDisabled()
                : CognitoErrors.invalidParameter("Cannot reset password for the user as there is no"
                        + " registered/verified email or phone_number");
    }

    private ObjectNode confirmForgot(Input input, AwsCall call) {
        var in = pools.client(input.required("ClientId"));
        String username = input.username();
        String code = input.required("ConfirmationCode");
        String password = input.required("Password");
        in.pool().settings().passwords().check("password", password);
        User user = in.pool()
                .user(username)
                .filter(found -> !(found.disabled() && in.client().hidesUsers()))
                .orElseThrow(() -> in.client().hidesUsers() ? CognitoErrors.codeMismatch() : unknown());
        if (user.disabled()) {
            throw CognitoErrors.userDisabled();
        }
        Password kept = passwords.keep(in.pool(), user.username(), password);
        codes.redeem(in.pool(), user, CodePurpose.NEW_PASSWORD, code, (found, right) -> found.withPassword(kept));
        attempts.forget(in.pool(), username);
        return JsonNodeFactory.instance.objectNode();
    }

    private ObjectNode change(Input input, AwsCall call) {
        var holder = accessTokens.holder(input.required("AccessToken"));
        String previous = input.required("PreviousPassword");
        String proposed = input.required("ProposedPassword");
        UserPool pool = holder.pool();
        pool.settings().passwords().check("proposedPassword", proposed);
        User user = attempts.attempt(
                pool,
                holder.user().username(),
                CognitoErrors::limitExceeded,
                () -> Optional.of(holder.user()).filter(found -> passwords.matches(previous, found.password())));
        Password kept = passwords.keep(pool, user.username(), proposed);
        pool.change(user, now -> {
            if (!now.password().equals(user.password())) {
                throw CognitoErrors.badCredentials();
            }
            return now.withPassword(kept);
        });
        return JsonNodeFactory.instance.objectNode();
    }

    private static RuntimeException unknown() {
        return CognitoErrors.userNotFound("Username/client id combination not found.");
    }
}
