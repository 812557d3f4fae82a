package dev.ringback.local.cognito;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.ringback.local.aws.AwsCall;
import java.util.Map;

/** GetTokensFromRefreshToken, RevokeToken, GlobalSignOut: what a signed-in app does with its tokens. */
final class TokenOperations implements OperationGroup {
    private final UserPools pools;
    private final AccessTokens accessTokens;
    private final Refresher refresher;

    TokenOperations(UserPools pools, AccessTokens accessTokens, Refresher refresher) {
        this.pools = pools;
        this.accessTokens = accessTokens;
        this.refresher = refresher;
    }

    @Override
    public Map<String, Operation> operations() {
        return Map.of(
                "GetTokensFromRefreshToken", this::refresh,
                "RevokeToken", this::revokeToken,
                "GlobalSignOut", this::globalSignOut);
    }

    private ObjectNode refresh(Input input, AwsCall call) {
        var in = pools.client(input.required("ClientId"));
        ObjectNode answer = JsonNodeFactory.instance.objectNode();
        answer.set("AuthenticationResult", refresher.refresh(in.pool(), in.client(), input.required("RefreshToken")));
        return answer;
    }

    // Revoking what is unknown succeeds: there is nothing left to revoke.
    private ObjectNode revokeToken(Input input, AwsCall call) {
        var in = pools.client(input.required("ClientId"));
        String hash = RefreshToken.hash(input.required("Token"));
        in.pool()
                .revoke(session -> session.refreshToken(hash).isPresent()
                        && session.clientId().equals(in.client().id()));
        return JsonNodeFactory.instance.objectNode();
    }

    private ObjectNode globalSignOut(Input input, AwsCall call) {
        var holder = accessTokens.holder(input.required("AccessToken"));
        holder.pool().signOut(holder.user());
        return JsonNodeFactory.instance.objectNode();
    }
}
