package dev.ringback.local;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;

/** Runs the local runtime from the command line. */
public final class Main {
    private static final Duration LONGEST_STOP = Duration.ofSeconds(10);

    private Main() {}

    public static void main(String... arguments) {
        try {
            Arguments parsed = Arguments.parse(arguments);
            if (parsed.wantsHelp()) {
                System.out.print(Arguments.HELP);
            } else {
                run(parsed.options(Main::print));
            }
        } catch (IllegalArgumentException e) {
            System.err.println(e.getMessage());
            System.exit(2);
        }
    }

    // The hook comes first, so that Ctrl-C stops a start half-way too; it waits until this thread has cleaned up.
    private static void run(LocalOptions options) {
        CountDownLatch stopped = new CountDownLatch(1);
        AtomicBoolean stopping = new AtomicBoolean();
        Thread runner = Thread.currentThread();
        Runtime.getRuntime()
                .addShutdownHook(new Thread(
                        () -> {
                            stopping.set(true);
                            stop(runner, stopped);
                        },
                        "stop"));
        int exitCode = runUntilInterrupted(options, stopping);
        stopped.countDown();
        System.exit(exitCode);
    }

    private static int runUntilInterrupted(LocalOptions options, AtomicBoolean stopping) {
        long start = System.nanoTime();
        try (LocalRuntime runtime = LocalRuntime.start(options)) {
            Duration time = Duration.ofNanos(System.nanoTime() - start);
            System.out.print(
                    new ReadyText(runtime.endpoints(), options.endpointsFile(), runtime.amplifyOutputs()).after(time));
            new CountDownLatch(1).await();
            return 0;
        } catch (InterruptedException asked) {
            return 0;
        } catch (Exception | Error e) {
            if (stopping.get()) {
                return 0;
            }
            System.err.println(e.getMessage() == null ? e.toString() : e.getMessage());
            return 1;
        }
    }

    private static void stop(Thread runner, CountDownLatch stopped) {
        runner.interrupt();
        try {
            if (!stopped.await(LONGEST_STOP.toSeconds(), TimeUnit.SECONDS)) {
                System.err.println("Not everything stopped in time.");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** All but the metrics, which are lines of JSON for CloudWatch and would bury the rest. */
    private static void print(String line) {
        if (!line.contains("{\"_aws\":")) {
            System.out.println(line);
        }
    }
}
