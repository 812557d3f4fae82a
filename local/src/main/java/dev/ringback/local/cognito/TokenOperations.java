package dev.ringback.local.cognito;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.nimbusds.jwt.SignedJWT;
import dev.ringback.local.aws.AwsCall;
import java.text.ParseException;
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
        String token = input.required("Token");
        if (isAccessOrIdToken(token)) {
            throw CognitoErrors.unsupportedTokenType();
        }
        String hash = RefreshToken.hash(token);
        in.pool()
                .revoke(session -> session.refreshToken(hash).isPresent()
                        && session.clientId().equals(in.client().id()));
        return JsonNodeFactory.instance.objectNode();
    }

    // They alone are signed; a refresh token has no parts that can be read.
    private static boolean isAccessOrIdToken(String token) {
        try {
            SignedJWT.parse(token);
            return true;
        } catch (ParseException other) {
            return false;
        }
    }

    private ObjectNode globalSignOut(Input input, AwsCall call) {
        var holder = accessTokens.holder(input.required("AccessToken"));
        holder.pool().signOut(holder.user());
        return JsonNodeFactory.instance.objectNode();
    }
}
