package dev.ringback.operations.doctor;

import dev.ringback.operations.NotPossible;
import dev.ringback.operations.cloud.Failures;
import dev.ringback.operations.doctor.Check.Line;
import java.io.PrintStream;
import java.util.ArrayList;
import java.util.List;
import software.amazon.awssdk.core.exception.SdkException;

/** Looks at every part of a backend and says of each that it is in order, or what to do. */
public final class Doctor {
    private static final int SUBJECT_WIDTH = 30;

    private final List<Check> checks;
    private final PrintStream out;

    public Doctor(List<Check> checks, PrintStream out) {
        this.checks = checks;
        this.out = out;
    }

    /** 0 if all is well, 1 if something is wrong, 2 if nothing is known to be but something could not be checked. */
    public int run() {
        List<Line> lines = new ArrayList<>();
        for (Check check : checks) {
            List<Line> found = look(check);
            found.forEach(this::print);
            lines.addAll(found);
        }
        if (lines.stream().anyMatch(line -> line.finding() instanceof Finding.Wrong)) {
            return 1;
        }
        return lines.stream().anyMatch(line -> line.finding() instanceof Finding.Unknown) ? 2 : 0;
    }

    private static List<Line> look(Check check) {
        try {
            return check.look();
        } catch (NotPossible e) {
            return List.of(new Line(check.subject(), new Finding.Wrong(e.getMessage())));
        } catch (SdkException e) {
            return List.of(new Line(check.subject(), new Finding.Unknown(Failures.text(e))));
        } catch (RuntimeException e) {
            return List.of(new Line(check.subject(), new Finding.Unknown(Failures.unexpected(e))));
        }
    }

    private void print(Line line) {
        String word = switch (line.finding()) {
            case Finding.Ok _ -> "ok";
            case Finding.Wrong _ -> "wrong";
            case Finding.Unknown _ -> "?";
        };
        out.println(("%-5s  %-" + SUBJECT_WIDTH + "s  %s")
                .formatted(word, line.subject(), line.finding().text()));
    }
}
