package dev.ringback.operations;

import dev.ringback.operations.doctor.TestPush;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads the command line. */
final class Arguments {
    static final String USAGE = """
            usage: ./ringback timeline ENV CALL_ID
                   ./ringback doctor ENV [--token ACCESS_TOKEN] [--push CHANNEL DEVICE_TOKEN]
            """;

    private static final String TOKEN = "RINGBACK_TOKEN";

    private Arguments() {}

    /**
     * @param variables of the process; {@value #TOKEN} stands in for {@code --token}
     * @throws WrongArguments if they are not what a command takes
     */
    static Command parse(Map<String, String> variables, String... arguments) {
        Deque<String> left = new ArrayDeque<>(List.of(arguments));
        String name = next(left, "a command");
        return switch (name) {
            case "timeline" -> timeline(left);
            case "templates" -> templates(left);
            case "doctor" -> doctor(left, variables);
            default -> throw new WrongArguments("There is no command " + name + ".");
        };
    }

    private static Command timeline(Deque<String> left) {
        Command command = new Command.Timeline(next(left, "an environment"), next(left, "a CALL_ID"));
        if (!left.isEmpty()) {
            throw unexpected(left.peek());
        }
        return command;
    }

    private static Command templates(Deque<String> left) {
        Command command = new Command.Templates(
                next(left, "an environment"), Path.of(next(left, "an assembly")), Path.of(next(left, "a folder")));
        if (!left.isEmpty()) {
            throw unexpected(left.peek());
        }
        return command;
    }

    private static Command doctor(Deque<String> left, Map<String, String> variables) {
        String environment = next(left, "an environment");
        Optional<String> token = Optional.ofNullable(variables.get(TOKEN)).filter(value -> !value.isBlank());
        Optional<TestPush.Target> push = Optional.empty();
        while (!left.isEmpty()) {
            String option = left.pop();
            switch (option) {
                case "--token" -> token = Optional.of(next(left, "an ACCESS_TOKEN behind --token"));
                case "--push" ->
                    push = Optional.of(new TestPush.Target(
                            next(left, "a CHANNEL behind --push"), next(left, "a DEVICE_TOKEN behind the channel")));
                default -> throw unexpected(option);
            }
        }
        return new Command.Doctor(environment, token, push);
    }

    private static String next(Deque<String> left, String what) {
        if (left.isEmpty() || left.peek().isBlank()) {
            throw new WrongArguments("Name " + what + ".");
        }
        return left.pop();
    }

    private static WrongArguments unexpected(String argument) {
        return new WrongArguments("What is " + argument + " for?");
    }
}
