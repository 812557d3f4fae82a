package dev.ringback.local.cognito;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.ringback.local.aws.AwsCall;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/** UpdateUserAttributes, DeleteUserAttributes, GetUserAttributeVerificationCode, VerifyUserAttribute. */
final class AttributeOperations implements OperationGroup {
    private final UserPools pools;
    private final AccessTokens accessTokens;
    private final MailedCodes codes;

    AttributeOperations(UserPools pools, AccessTokens accessTokens, MailedCodes codes) {
        this.pools = pools;
        this.accessTokens = accessTokens;
        this.codes = codes;
    }

    @Override
    public Map<String, Operation> operations() {
        return Map.of(
                "UpdateUserAttributes", this::update,
                "DeleteUserAttributes", this::delete,
                "GetUserAttributeVerificationCode", this::sendCode,
                "VerifyUserAttribute", this::verify);
    }

    private ObjectNode update(Input input, AwsCall call) {
        var holder = accessTokens.holder(input.required("AccessToken"));
        Map<String, String> given = input.attributes("UserAttributes");
        AttributeSchema schema = holder.pool().settings().schema();
        pools.client(holder.clientId()).client().checkWrites(given.keySet());
        schema.checkChange(given);

        Optional<String> newEmail = Optional.ofNullable(given.get("email"))
                .filter(email -> !holder.user().email().equals(Optional.of(email)));
        boolean asked = schema.autoVerified().contains("email") && newEmail.isPresent();
        boolean kept = asked && schema.verifiedBeforeUpdate().contains("email");
        User user = holder.pool().change(holder.user(), found -> updated(found, given, newEmail.isPresent(), kept));

        ObjectNode answer = JsonNodeFactory.instance.objectNode();
        var deliveries = answer.putArray("CodeDeliveryDetailsList");
        if (asked) {
            deliveries.add(codes.send(holder.pool(), user, CodePurpose.EMAIL, newEmail.get()));
        }
        return answer;
    }

    /** @param kept the old address stays until the new one is verified */
    private static User updated(User user, Map<String, String> given, boolean newEmail, boolean kept) {
        SortedMap<String, String> attributes = new TreeMap<>(user.attributes());
        attributes.putAll(given);
        if (kept) {
            user.email().ifPresent(email -> attributes.put("email", email));
        } else if (newEmail) {
            attributes.put("email_verified", "false");
        }
        User changed = user.withAttributes(attributes);
        return newEmail ? changed.withoutCode(CodePurpose.EMAIL) : changed;
    }

    private ObjectNode delete(Input input, AwsCall call) {
        var holder = accessTokens.holder(input.required("AccessToken"));
        List<String> names = input.texts("UserAttributeNames");
        pools.client(holder.clientId()).client().checkWrites(names);
        holder.pool().settings().schema().checkDeletion(names);
        holder.pool().change(holder.user(), found -> {
            SortedMap<String, String> attributes = new TreeMap<>(found.attributes());
            names.forEach(attributes::remove);
            names.forEach(name -> attributes.remove(name + "_verified"));
            return found.withAttributes(attributes);
        });
        return JsonNodeFactory.instance.objectNode();
    }

    private ObjectNode sendCode(Input input, AwsCall call) {
        var holder = accessTokens.holder(input.required("AccessToken"));
        checkVerifiable(input.required("AttributeName"));
        // Where an address waits to take the place of another, it is the one to verify.
        String address = holder.user()
                .code(CodePurpose.EMAIL)
                .map(User.Code::address)
                .or(() -> holder.user().email())
                .orElseThrow(() -> CognitoErrors.invalidParameter("The user has no email to verify."));
        return MailedCodes.answer(codes.send(holder.pool(), holder.user(), CodePurpose.EMAIL, address));
    }

    private ObjectNode verify(Input input, AwsCall call) {
        var holder = accessTokens.holder(input.required("AccessToken"));
        checkVerifiable(input.required("AttributeName"));
        codes.redeem(
                holder.pool(),
                holder.user(),
                CodePurpose.EMAIL,
                input.required("Code"),
                (found, right) -> found.owning(right.address()));
        return JsonNodeFactory.instance.objectNode();
    }

    private static void checkVerifiable(String attribute) {
        if (attribute.equals("phone_number")) {
            throw CognitoErrors.unsupported("text messages, so it cannot verify phone_number");
        }
        if (!attribute.equals("email")) {
            throw CognitoErrors.invalidParameter("Only email and phone_number can be verified, not " + attribute + ".");
        }
    }
}
