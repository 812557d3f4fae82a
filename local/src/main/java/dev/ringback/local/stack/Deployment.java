package dev.ringback.local.stack;

import dev.ringback.local.aws.Account;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/** What stacks know of each other: their outputs, and those they export. */
public final class Deployment {
    private final Account account;
    private final SecretText secrets;
    private final Map<String, Map<String, String>> outputs = new HashMap<>();
    private final Map<String, String> exports = new HashMap<>();

    /** Reads the text of a secret for a dynamic reference. */
    public interface SecretText {
        /**
         * @param secret its name or ARN
         * @param jsonKey the key whose value is wanted, or empty for the whole text
         */
        String read(String secret, Optional<String> jsonKey);
    }

    public Deployment(Account account, SecretText secrets) {
        this.account = account;
        this.secrets = secrets;
    }

    public Account account() {
        return account;
    }

    SecretText secrets() {
        return secrets;
    }

    /** An output of a stack that has been created. */
    public Optional<String> output(String stack, String name) {
        return Optional.ofNullable(outputs.getOrDefault(stack, Map.of()).get(name));
    }

    /** All outputs of a stack that has been created. */
    Map<String, String> outputs(String stack) {
        return Map.copyOf(outputs.getOrDefault(stack, Map.of()));
    }

    /** An output of whichever stack has one of this name. */
    public Optional<String> output(String name) {
        return outputs.values().stream()
                .map(ofStack -> ofStack.get(name))
                .filter(Objects::nonNull)
                .findFirst();
    }

    Optional<String> export(String name) {
        return Optional.ofNullable(exports.get(name));
    }

    void addOutput(String stack, String name, String value) {
        outputs.computeIfAbsent(stack, ignored -> new HashMap<>()).put(name, value);
    }

    void addExport(String name, String value) {
        if (exports.putIfAbsent(name, value) != null) {
            throw new StackFailure("Two outputs are exported as " + name + ".");
        }
    }
}
