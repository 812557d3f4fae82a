package dev.ringback.local.secrets;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.ringback.local.aws.Account;
import dev.ringback.local.state.StateFolder;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;

/** The secrets that exist, by name. */
public final class Secrets {
    private static final String STATE = "secrets";

    private final Account account;
    private final StateFolder state;
    private final Clock clock;
    private final Map<String, Secret> byName = new TreeMap<>();

    public Secrets(Account account, StateFolder state, Clock clock) {
        this.account = account;
        this.state = state;
        this.clock = clock;
        state.read(STATE)
                .ifPresent(kept -> kept.properties().forEach(entry -> restore(entry.getKey(), entry.getValue())));
    }

    private void restore(String name, JsonNode version) {
        byName.put(
                name,
                empty(name)
                        .with(new Secret.Version(
                                version.path("id").asText(),
                                version.path("text").asText(),
                                version.path("createdAt").asDouble(),
                                true)));
    }

    /** Makes sure that the secret exists, with a value or without. */
    synchronized Secret declare(String name) {
        return byName.computeIfAbsent(name, this::empty);
    }

    /** Gives a secret a value for this run only. */
    public synchronized void fill(String nameOrArn, String text) {
        String name = find(nameOrArn).map(Secret::name).orElse(nameOrArn);
        byName.put(name, declare(name).with(version(text, UUID.randomUUID().toString(), false)));
    }

    synchronized Secret put(Secret secret, String text, String versionId) {
        Secret changed = secret.with(version(text, versionId, true));
        byName.put(secret.name(), changed);
        save();
        return changed;
    }

    /** What a secret holds; empty when it does not exist or holds nothing. */
    public Optional<String> text(String nameOrArn) {
        return find(nameOrArn).flatMap(Secret::current).map(Secret.Version::text);
    }

    /** @param nameOrArn an ARN may lack its random end */
    synchronized Optional<Secret> find(String nameOrArn) {
        return Optional.ofNullable(byName.get(nameOrArn))
                .or(() -> byName.values().stream()
                        .filter(secret -> secret.arn().equals(nameOrArn)
                                || arnOf(secret.name()).equals(nameOrArn))
                        .findFirst());
    }

    /** The ARN without its random end. */
    String arnOf(String name) {
        return account.arn("secretsmanager", "secret:" + name);
    }

    private Secret empty(String name) {
        return new Secret(name, arnOf(name) + "-" + suffix(name), Optional.empty(), Optional.empty());
    }

    // As random as AWS's to whoever looks, and the same in the next run.
    private static String suffix(String name) {
        String digits = Long.toString(Integer.toUnsignedLong(name.hashCode()) + 2_000_000_000L, 36);
        return digits.substring(digits.length() - 6);
    }

    private Secret.Version version(String text, String id, boolean kept) {
        return new Secret.Version(id, text, clock.millis() / 1000.0, kept);
    }

    private void save() {
        ObjectNode kept = JsonNodeFactory.instance.objectNode();
        byName.values()
                .forEach(secret -> secret.current()
                        .filter(Secret.Version::kept)
                        .ifPresent(version -> kept.putObject(secret.name())
                                .put("id", version.id())
                                .put("text", version.text())
                                .put("createdAt", version.createdAt())));
        state.write(STATE, kept);
    }
}
