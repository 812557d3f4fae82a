package dev.ringback.infra.action;

import dev.ringback.infra.function.Permission;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import software.amazon.awscdk.services.iam.PolicyStatement;

/**
 * What one or several needs bring a function: environment variables, and the permissions to use what they name.
 *
 * @param grants by their purpose
 */
public record Provision(Map<String, String> variables, Map<String, Grant> grants) {
    /** Some operations on one resource. */
    public record Grant(String resourceArn, TreeSet<String> operations) {}

    /** One without permissions. */
    public static Provision of(Map<String, String> variables) {
        return new Provision(variables, Map.of());
    }

    public Provision allowing(String purpose, String resourceArn, String... operations) {
        Map<String, Grant> more = new LinkedHashMap<>(grants);
        more.put(purpose, new Grant(resourceArn, new TreeSet<>(List.of(operations))));
        return new Provision(variables, more);
    }

    /** All of it at once: of permissions for the same purpose, one with the operations of all. */
    public static Provision union(Collection<Provision> provisions) {
        Map<String, String> variables = new TreeMap<>();
        Map<String, Grant> grants = new TreeMap<>();
        provisions.forEach(provision -> {
            variables.putAll(provision.variables());
            provision.grants().forEach((purpose, grant) -> grants.merge(purpose, grant, Provision::both));
        });
        return new Provision(variables, grants);
    }

    public List<PolicyStatement> permissions() {
        return grants.entrySet().stream()
                .map(grant -> Permission.to(grant.getKey())
                        .allow(grant.getValue().operations().toArray(String[]::new))
                        .on(grant.getValue().resourceArn()))
                .toList();
    }

    private static Grant both(Grant one, Grant other) {
        if (!one.resourceArn().equals(other.resourceArn())) {
            throw new IllegalStateException("Two permissions for one purpose are on " + one.resourceArn() + " and "
                    + other.resourceArn() + ".");
        }
        TreeSet<String> operations = new TreeSet<>(one.operations());
        operations.addAll(other.operations());
        return new Grant(one.resourceArn(), operations);
    }
}
