package dev.ringback.operations;

import dev.ringback.operations.cloud.Access;
import dev.ringback.operations.cloud.Cloud;
import dev.ringback.operations.cloud.Failures;
import dev.ringback.operations.cloud.Stacks;
import dev.ringback.operations.doctor.Checks;
import dev.ringback.operations.doctor.Doctor;
import dev.ringback.operations.templates.TemplatesCommand;
import dev.ringback.operations.timeline.TimelineCommand;
import java.io.PrintStream;
import java.net.http.HttpClient;
import java.nio.file.Path;
import java.util.Map;
import software.amazon.awssdk.core.exception.SdkException;

/** Runs a command of the operator. It ends with 0, with 1 if what it was to tell of is missing or wrong, else with 2. */
public final class Main {
    private static final int NOT_POSSIBLE = 2;

    private final Path root;
    private final Map<String, String> variables;
    private final PrintStream out;
    private final PrintStream err;

    /**
     * @param root the folder of the project
     * @param variables of the process
     */
    Main(Path root, Map<String, String> variables, PrintStream out, PrintStream err) {
        this.root = root;
        this.variables = variables;
        this.out = out;
        this.err = err;
    }

    public static void main(String... arguments) {
        System.exit(new Main(Path.of(""), System.getenv(), System.out, System.err).run(arguments));
    }

    int run(String... arguments) {
        try {
            return run(Arguments.parse(variables, arguments));
        } catch (WrongArguments e) {
            err.println(e.getMessage());
            err.print(Arguments.USAGE);
        } catch (NotPossible e) {
            err.println("ringback: " + e.getMessage());
        } catch (SdkException e) {
            err.println("ringback: " + Failures.text(e));
        } catch (RuntimeException | Error e) {
            // Java would end with 1, which means that something of the backend is wrong.
            err.println("ringback: " + Failures.unexpected(e));
        }
        return NOT_POSSIBLE;
    }

    private int run(Command command) {
        Environment environment = Environment.read(root, command.environment());
        try (Cloud cloud = new Cloud(Access.to(environment, root))) {
            return run(command, environment, cloud);
        }
    }

    private int run(Command command, Environment environment, Cloud cloud) {
        Stacks stacks = new Stacks(cloud, environment.name());
        return switch (command) {
            case Command.Timeline timeline ->
                new TimelineCommand(TimelineCommand.calls(cloud, stacks), out, err).run(timeline.callId());
            case Command.Templates templates ->
                new TemplatesCommand(stacks, out).run(templates.assembly(), templates.target());
            case Command.Doctor doctor -> {
                try (HttpClient http = HttpClient.newHttpClient()) {
                    Checks checks = new Checks(environment, cloud, stacks, http);
                    yield new Doctor(checks.all(doctor.accessToken(), doctor.push()), out).run();
                }
            }
        };
    }
}
