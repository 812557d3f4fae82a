package dev.ringback.functionkit;

import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.Map;

/** A function's environment variables; one that is missing or wrong stops the start and is named. */
public final class Environment {
    private final Map<String, String> variables;

    public Environment(Map<String, String> variables) {
        this.variables = Map.copyOf(variables);
    }

    public static Environment ofProcess() {
        return new Environment(System.getenv());
    }

    /** @throws IllegalStateException if it is missing or empty */
    public String text(String name) {
        String value = variables.getOrDefault(name, "");
        if (value.isBlank()) {
            throw new IllegalStateException("The environment variable " + name + " is missing.");
        }
        return value;
    }

    /** @throws IllegalStateException if it is missing or not a positive whole number */
    public Duration duration(String name, ChronoUnit unit) {
        return Duration.of(number(name), unit);
    }

    /** @throws IllegalStateException if it is missing or not a positive whole number */
    public int number(String name) {
        String value = text(name);
        if (!value.matches("[1-9]\\d{0,8}")) {
            throw new IllegalStateException(
                    "The environment variable " + name + " is \"" + value + "\", not a positive whole number.");
        }
        return Integer.parseInt(value);
    }

    /** @throws IllegalStateException if it is missing or neither {@code true} nor {@code false} */
    public boolean flag(String name) {
        return switch (text(name)) {
            case "true" -> true;
            case "false" -> false;
            case String other ->
                throw new IllegalStateException(
                        "The environment variable " + name + " is \"" + other + "\", not true or false.");
        };
    }
}
