package dev.ringback.local.iam;

import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** The roles that exist. */
public final class Roles {
    private final Map<String, Role> byName = new ConcurrentHashMap<>();

    void add(String name, Role role) {
        if (byName.putIfAbsent(name, role) != null) {
            throw new PolicyRefused("two roles are called " + name);
        }
    }

    Role named(String name) {
        return Optional.ofNullable(byName.get(name)).orElseThrow(() -> new PolicyRefused("there is no role " + name));
    }

    public Optional<Role> withArn(String arn) {
        return byName.values().stream().filter(role -> role.arn().equals(arn)).findFirst();
    }
}
