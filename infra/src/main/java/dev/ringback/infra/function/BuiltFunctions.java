package dev.ringback.infra.function;

import java.nio.file.Path;

/** The code of every function, found before anything is synthesized. */
public record BuiltFunctions(
        FunctionCode callApi, FunctionCode pushNotifier, FunctionCode callKeeper, FunctionCode callEvents) {

    public static BuiltFunctions below(Path root) {
        return new BuiltFunctions(
                FunctionCode.of(root, "lambdas/call-api"),
                FunctionCode.of(root, "lambdas/push-notifier"),
                FunctionCode.of(root, "lambdas/call-keeper"),
                FunctionCode.of(root, "lambdas/call-events"));
    }
}
