package dev.ringback.local.appsync.auth;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.ringback.local.appsync.ApiCaller;
import dev.ringback.local.appsync.AuthRefused;
import dev.ringback.local.aws.Account;
import dev.ringback.local.gateway.CredentialScope;
import dev.ringback.local.iam.AccessKeys;
import dev.ringback.local.iam.Principal;
import java.util.Optional;

/** Knows who signed a request by his access key. */
public final class SignatureAuth {
    private static final String SERVICE = "appsync";

    private final AccessKeys keys;
    private final Account account;

    public SignatureAuth(AccessKeys keys, Account account) {
        this.keys = keys;
        this.account = account;
    }

    ApiCaller authenticate(CredentialScope scope, Optional<String> sessionToken, String sourceIp) throws AuthRefused {
        if (!scope.service().equals(SERVICE)) {
            throw new AuthRefused("Credential should be scoped to correct service: '" + SERVICE + "'.");
        }
        Principal principal = keys.find(scope.accessKeyId(), sessionToken)
                .orElseThrow(() -> new AuthRefused("The security token included in the request is invalid."));
        return new ApiCaller.Signer(principal, identity(principal, sourceIp));
    }

    private ObjectNode identity(Principal principal, String sourceIp) {
        String[] parts = principal.name().split("[:/]");
        String last = parts[parts.length - 1];
        // In AWS a role's session is called by the role's id, which is not part of its ARN.
        String username = principal.name().contains(":assumed-role/") ? parts[parts.length - 2] + ":" + last : last;
        ObjectNode identity = JsonNodeFactory.instance.objectNode().put("accountId", account.id());
        identity.putNull("cognitoIdentityAuthProvider")
                .putNull("cognitoIdentityAuthType")
                .putNull("cognitoIdentityId")
                .putNull("cognitoIdentityPoolId");
        identity.putArray("sourceIp").add(sourceIp);
        return identity.put("userArn", principal.name()).put("username", username);
    }
}
