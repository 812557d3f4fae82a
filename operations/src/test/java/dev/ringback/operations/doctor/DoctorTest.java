package dev.ringback.operations.doctor;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ringback.operations.NotPossible;
import dev.ringback.operations.doctor.Check.Line;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.core.exception.SdkClientException;

class DoctorTest {
    private static final Finding FINE = new Finding.Ok("is there");
    private static final Finding WRONG = new Finding.Wrong("is gone: deploy again");
    private static final Finding UNKNOWN = new Finding.Unknown("no answer");

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();

    @Test
    void endsWithZeroWhenAllIsWell() {
        assertThat(run(FINE, FINE)).isZero();
    }

    @Test
    void endsWithOneWhenSomethingIsWrong() {
        assertThat(run(FINE, WRONG, UNKNOWN)).isEqualTo(1);
    }

    @Test
    void endsWithTwoWhenSomethingCouldNotBeChecked() {
        assertThat(run(UNKNOWN, FINE)).isEqualTo(2);
    }

    @Test
    void printsALineForEach() {
        run(FINE, WRONG, UNKNOWN);

        assertThat(out.toString(StandardCharsets.UTF_8)).isEqualToNormalizingNewlines("""
                        ok     table                           is there
                        wrong  table                           is gone: deploy again
                        ?      table                           no answer
                        """);
    }

    @Test
    void goesOnWhenACheckFails() {
        Check broken = check(() -> {
            throw SdkClientException.create("Unable to execute HTTP request");
        });

        assertThat(new Doctor(List.of(broken, check(() -> FINE)), print()).run())
                .isEqualTo(2);
        assertThat(out.toString(StandardCharsets.UTF_8))
                .contains("?      table                           AWS could not be asked: Unable to execute")
                .contains("ok     table");
    }

    @Test
    void goesOnWhenACheckFailsUnexpectedlyAndQuotesNothing() {
        Check broken = check(() -> {
            throw new IllegalArgumentException("invalid header value: hidden");
        });

        assertThat(new Doctor(List.of(broken, check(() -> FINE)), print()).run())
                .isEqualTo(2);
        assertThat(out.toString(StandardCharsets.UTF_8))
                .contains(
                        "?      table                           failed unexpectedly, with IllegalArgumentException at ")
                .contains("ok     table")
                .doesNotContain("hidden");
    }

    @Test
    void countsWhatIsNotDeployedAsWrong() {
        Check missing = check(() -> {
            throw new NotPossible("there is no stack");
        });

        assertThat(new Doctor(List.of(missing), print()).run()).isEqualTo(1);
    }

    private int run(Finding... findings) {
        return new Doctor(
                        Arrays.stream(findings)
                                .map(finding -> check(() -> finding))
                                .toList(),
                        print())
                .run();
    }

    private PrintStream print() {
        return new PrintStream(out, true, StandardCharsets.UTF_8);
    }

    private static Check check(Supplier<Finding> finding) {
        return new Check() {
            @Override
            public String subject() {
                return "table";
            }

            @Override
            public List<Line> look() {
                return List.of(new Line("table", finding.get()));
            }
        };
    }
}
