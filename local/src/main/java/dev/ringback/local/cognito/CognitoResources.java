package dev.ringback.local.cognito;

import com.fasterxml.jackson.databind.JsonNode;
import dev.ringback.local.stack.Provisioned;
import dev.ringback.local.stack.ResourceDeclaration;
import dev.ringback.local.stack.ResourceProvider;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Map;
import java.util.Set;

/** Creates user pools, their clients and groups; what this runtime cannot do is refused, not left out. */
public final class CognitoResources implements ResourceProvider {
    private static final int POOL_ID_LENGTH = 9;
    private static final int CLIENT_ID_LENGTH = 26;

    private final UserPools pools;

    public CognitoResources(UserPools pools) {
        this.pools = pools;
    }

    @Override
    public Set<String> types() {
        return Set.of("AWS::Cognito::UserPool", "AWS::Cognito::UserPoolClient", "AWS::Cognito::UserPoolGroup");
    }

    @Override
    public Provisioned create(ResourceDeclaration declaration) {
        return switch (declaration.type()) {
            case "AWS::Cognito::UserPool" -> pool(declaration);
            case "AWS::Cognito::UserPoolClient" -> client(declaration);
            default -> group(declaration);
        };
    }

    private Provisioned pool(ResourceDeclaration declaration) {
        String id = pools.region() + "_" + stableId(declaration, POOL_ID_LENGTH);
        pools.create(id, PoolSettings.of(declaration.properties()));
        return new Provisioned(
                id,
                Map.of(
                        "Arn",
                        pools.arn(id),
                        "ProviderName",
                        pools.providerName(id),
                        "ProviderURL",
                        "https://" + pools.providerName(id),
                        "UserPoolId",
                        id));
    }

    private Provisioned client(ResourceDeclaration declaration) {
        JsonNode properties = declaration.properties();
        UserPool pool = pools.get(properties.path("UserPoolId").asText());
        String id = stableId(declaration, CLIENT_ID_LENGTH);
        pool.put(AppClient.of(id, properties));
        String name = properties.path("ClientName").asText(declaration.logicalId());
        return new Provisioned(id, Map.of("ClientId", id, "Name", name));
    }

    private Provisioned group(ResourceDeclaration declaration) {
        JsonNode properties = declaration.properties();
        String name = properties.path("GroupName").asText(declaration.logicalId());
        pools.get(properties.path("UserPoolId").asText()).addGroup(name);
        return new Provisioned(name, Map.of());
    }

    private static String stableId(ResourceDeclaration declaration, int length) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256")
                    .digest(declaration.physicalId().getBytes(StandardCharsets.UTF_8));
            return new BigInteger(1, hash).toString(Character.MAX_RADIX).substring(0, length);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
