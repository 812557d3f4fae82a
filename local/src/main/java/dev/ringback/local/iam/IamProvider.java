package dev.ringback.local.iam;

import com.fasterxml.jackson.databind.JsonNode;
import dev.ringback.local.aws.Account;
import dev.ringback.local.stack.Provisioned;
import dev.ringback.local.stack.ResourceDeclaration;
import dev.ringback.local.stack.ResourceProvider;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Roles and the policies they have. */
public final class IamProvider implements ResourceProvider {
    private static final String ROLE = "AWS::IAM::Role";
    private static final String POLICY = "AWS::IAM::Policy";
    private static final String MANAGED_POLICY = "AWS::IAM::ManagedPolicy";

    private final Account account;
    private final Roles roles;
    private final Map<String, Policy> managed = new HashMap<>();

    public IamProvider(Account account, Roles roles) {
        this.account = account;
        this.roles = roles;
    }

    @Override
    public Set<String> types() {
        return Set.of(ROLE, POLICY, MANAGED_POLICY);
    }

    @Override
    public Provisioned create(ResourceDeclaration declaration) {
        return switch (declaration.type()) {
            case ROLE -> role(declaration);
            case POLICY -> policy(declaration);
            default -> managedPolicy(declaration);
        };
    }

    private Provisioned role(ResourceDeclaration declaration) {
        JsonNode properties = declaration.properties();
        String name = properties.path("RoleName").asText(declaration.name(64));
        String path = properties.path("Path").asText("/");
        Role role = new Role(
                name,
                account.globalArn("iam", "role" + path + name),
                Policy.read(properties.path("AssumeRolePolicyDocument")));
        properties.path("Policies").forEach(inline -> role.attach(Policy.read(inline.path("PolicyDocument"))));
        properties.path("ManagedPolicyArns").forEach(arn -> role.attach(managed(arn.asText())));
        roles.add(name, role);
        return new Provisioned(name, Map.of("Arn", role.arn(), "RoleId", "AROA" + declaration.physicalId()));
    }

    private Policy managed(String arn) {
        return Optional.ofNullable(managed.get(arn))
                .or(() -> AwsManagedPolicies.find(arn))
                .orElseThrow(() -> new PolicyRefused("the local runtime does not know the managed policy " + arn));
    }

    private Provisioned policy(ResourceDeclaration declaration) {
        attach(declaration.properties());
        return new Provisioned(declaration.name(128), Map.of("Id", declaration.physicalId()));
    }

    private Provisioned managedPolicy(ResourceDeclaration declaration) {
        JsonNode properties = declaration.properties();
        String name = properties.path("ManagedPolicyName").asText(declaration.name(128));
        String arn = account.globalArn("iam", "policy" + properties.path("Path").asText("/") + name);
        managed.put(arn, attach(properties));
        return new Provisioned(arn, Map.of("PolicyArn", arn));
    }

    private Policy attach(JsonNode properties) {
        Policy policy = Policy.read(properties.path("PolicyDocument"));
        if (!properties.path("Users").isEmpty() || !properties.path("Groups").isEmpty()) {
            throw new PolicyRefused("the local runtime has roles only, no IAM users or groups");
        }
        properties.path("Roles").forEach(role -> roles.named(role.asText()).attach(policy));
        return policy;
    }
}
