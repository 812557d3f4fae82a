package dev.ringback.local.cognito;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.ringback.local.aws.AwsCall;
import java.util.Map;

/** GetUser, GlobalSignOut, RevokeToken: what a signed-in app does with its tokens. */
final class TokenOperations implements OperationGroup {
    private final UserPools pools;
    private final AccessTokens accessTokens;

    TokenOperations(UserPools pools, AccessTokens accessTokens) {
        this.pools = pools;
        this.accessTokens = accessTokens;
    }

    @Override
    public Map<String, Operation> operations() {
        return Map.of("GetUser", this::getUser, "GlobalSignOut", this::globalSignOut, "RevokeToken", this::revokeToken);
    }

    private ObjectNode getUser(Input input, AwsCall call) {
        User user = accessTokens.holder(input.required("AccessToken")).user();
        ObjectNode answer = JsonNodeFactory.instance.objectNode().put("Username", user.username());
        answer.set("UserAttributes", UserAttributes.json(user));
        return answer;
    }

    private ObjectNode globalSignOut(Input input, AwsCall call) {
        AccessTokens.Holder holder = accessTokens.holder(input.required("AccessToken"));
        holder.pool().revoke(session -> session.username().equals(holder.user().username()));
        return JsonNodeFactory.instance.objectNode();
    }

    // Revoking what is unknown succeeds: there is nothing left to revoke.
    private ObjectNode revokeToken(Input input, AwsCall call) {
        var in = pools.client(input.required("ClientId"));
        String hash = TokenIssuer.hash(input.required("Token"));
        in.pool()
                .revoke(session -> session.refreshHash().equals(hash)
                        && session.clientId().equals(in.client().id()));
        return JsonNodeFactory.instance.objectNode();
    }
}
