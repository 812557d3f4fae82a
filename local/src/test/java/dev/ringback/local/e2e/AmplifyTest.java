package dev.ringback.local.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.fail;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.extension.ExtendWith;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

/** The backend seen by aws-amplify, in Node: the tests are in {@code src/test/amplify}, each shows up here under its name. */
@ExtendWith(BackendExtension.class)
class AmplifyTest {
    private static final Path TESTS = Path.of("src", "test", "amplify");
    private static final Duration LONGEST_TEST = Duration.ofMinutes(3);
    private static final int LONGEST_MINUTES = 8;

    @TestFactory
    Stream<DynamicTest> signIn(Backend backend) throws Exception {
        return run("sign-in.test.cjs", backend);
    }

    @TestFactory
    Stream<DynamicTest> people(Backend backend) throws Exception {
        return run("people.test.cjs", backend);
    }

    @TestFactory
    Stream<DynamicTest> dataStore(Backend backend) throws Exception {
        return run("datastore.test.cjs", backend);
    }

    private static Stream<DynamicTest> run(String file, Backend backend) throws Exception {
        assertThat(TESTS.resolve("node_modules/aws-amplify"))
                .as("aws-amplify is not installed; ./ringback test does it, or npm ci in local/" + TESTS)
                .exists();
        Path folder = Backend.folder("amplify");
        Path report = folder.resolve("report.xml").toAbsolutePath();
        Path log = folder.resolve("log.txt");
        int exitCode = node(file, report, log, backend);
        assertThat(report).as(Files.readString(log)).isNotEmptyFile();
        // What fails outside of a test, while cleaning up for instance, shows in the exit code alone.
        DynamicTest end = DynamicTest.dynamicTest(
                file + " ends well",
                () -> assertThat(exitCode).as(Files.readString(log)).isZero());
        return Stream.concat(tests(report).stream(), Stream.of(end));
    }

    private static int node(String file, Path report, Path log, Backend backend) throws Exception {
        // The report is written at the end of all tests; what spec says up to a time-out is in the log.
        ProcessBuilder node = new ProcessBuilder(
                "node",
                "--test",
                "--test-timeout=" + LONGEST_TEST.toMillis(),
                "--test-reporter=junit",
                "--test-reporter-destination=" + report,
                "--test-reporter=spec",
                "--test-reporter-destination=stdout",
                file);
        node.directory(TESTS.toFile()).redirectErrorStream(true).redirectOutput(log.toFile());
        var endpoints = backend.runtime().endpoints();
        node.environment().put("RINGBACK_ENDPOINTS", backend.endpointsFile().toString());
        node.environment()
                .put("RINGBACK_AMPLIFY_OUTPUTS", backend.amplifyOutputs().toString());
        node.environment().put("NODE_EXTRA_CA_CERTS", endpoints.caCertificate());
        Process process = node.start();
        if (!process.waitFor(LONGEST_MINUTES, TimeUnit.MINUTES)) {
            process.descendants().forEach(ProcessHandle::destroyForcibly);
            process.destroyForcibly().waitFor();
            throw new AssertionError(
                    file + " took more than " + LONGEST_MINUTES + " minutes: " + Files.readString(log));
        }
        return process.exitValue();
    }

    private static List<DynamicTest> tests(Path report) throws Exception {
        NodeList cases = DocumentBuilderFactory.newInstance()
                .newDocumentBuilder()
                .parse(report.toFile())
                .getElementsByTagName("testcase");
        return IntStream.range(0, cases.getLength())
                .mapToObj(i -> (Element) cases.item(i))
                .map(AmplifyTest::test)
                .toList();
    }

    // A skipped one counts as failed: none is to be skipped.
    private static DynamicTest test(Element testCase) {
        return DynamicTest.dynamicTest(testCase.getAttribute("name"), () -> {
            for (String fault : List.of("failure", "error", "skipped")) {
                NodeList found = testCase.getElementsByTagName(fault);
                if (found.getLength() > 0) {
                    fail(fault + ": " + found.item(0).getTextContent());
                }
            }
        });
    }
}
