package dev.ringback.local.cognito;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.ringback.local.aws.AwsCall;
import java.util.Map;

/** GetUser and DeleteUser: what a signed-in user does with his account. */
final class AccountOperations implements OperationGroup {
    private final AccessTokens accessTokens;

    AccountOperations(AccessTokens accessTokens) {
        this.accessTokens = accessTokens;
    }

    @Override
    public Map<String, Operation> operations() {
        return Map.of("GetUser", this::getUser, "DeleteUser", this::deleteUser);
    }

    private ObjectNode getUser(Input input, AwsCall call) {
        User user = accessTokens.holder(input.required("AccessToken")).user();
        ObjectNode answer = JsonNodeFactory.instance.objectNode().put("Username", user.username());
        answer.set("UserAttributes", UserAttributes.json(user));
        return answer;
    }

    private ObjectNode deleteUser(Input input, AwsCall call) {
        var holder = accessTokens.holder(input.required("AccessToken"));
        holder.pool().remove(holder.user());
        return JsonNodeFactory.instance.objectNode();
    }
}
