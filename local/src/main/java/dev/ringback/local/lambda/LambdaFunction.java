package dev.ringback.local.lambda;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A function with its versions, its aliases, and who may invoke it. */
final class LambdaFunction {
    static final String LATEST = "$LATEST";

    private final InstanceStarter starter;
    private final InstancePool latest;
    private final boolean snapStart;
    private final List<InstancePool> versions = new ArrayList<>();
    private final Map<String, String> aliases = new HashMap<>();
    private final List<Permission> permissions = new ArrayList<>();
    private final Map<String, AsyncSettings> asyncSettings = new HashMap<>();

    /** @param snapStart whether published versions start from a snapshot; the latest one never does */
    LambdaFunction(FunctionSpec spec, boolean snapStart, InstanceStarter starter) {
        this.latest = new InstancePool(spec, starter);
        this.snapStart = snapStart;
        this.starter = starter;
    }

    FunctionSpec spec() {
        return latest.spec();
    }

    synchronized String publish() {
        String number = Integer.toString(versions.size() + 1);
        versions.add(new InstancePool(spec().published(number, snapStart), starter));
        return number;
    }

    synchronized void alias(String name, String version) {
        aliases.put(name, version);
    }

    synchronized Optional<Target> target(Optional<String> qualifier) {
        String wanted = qualifier.orElse(LATEST);
        String arn = spec().arn() + qualifier.map(text -> ":" + text).orElse("");
        return pool(aliases.getOrDefault(wanted, wanted)).map(pool -> new Target(this, wanted, arn, pool));
    }

    private Optional<InstancePool> pool(String version) {
        return version.equals(LATEST)
                ? Optional.of(latest)
                : versions.stream()
                        .filter(pool -> pool.spec().version().equals(version))
                        .findFirst();
    }

    synchronized void permit(Permission permission) {
        permissions.add(permission);
    }

    /** Whether a policy on the function lets a service invoke it for one of its resources. */
    synchronized boolean permits(String service, String sourceArn, String sourceAccount, String qualifier) {
        return permissions.stream()
                .anyMatch(permission -> permission.allows(service, sourceArn, sourceAccount, qualifier));
    }

    synchronized void configureAsync(String qualifier, AsyncSettings settings) {
        asyncSettings.put(qualifier, settings);
    }

    synchronized AsyncSettings asyncSettings(String qualifier) {
        return asyncSettings.getOrDefault(qualifier, AsyncSettings.DEFAULT);
    }

    /** Those that somebody will invoke: what aliases stand for, or the latest where there are no versions. */
    synchronized List<InstancePool> inUse() {
        if (aliases.isEmpty() && versions.isEmpty()) {
            return List.of(latest);
        }
        return versions.stream()
                .filter(pool -> aliases.containsValue(pool.spec().version()))
                .toList();
    }

    synchronized List<InstancePool> pools() {
        List<InstancePool> pools = new ArrayList<>(versions);
        pools.add(latest);
        return pools;
    }
}
