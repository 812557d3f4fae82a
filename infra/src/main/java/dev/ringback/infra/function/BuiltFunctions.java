package dev.ringback.infra.function;

import dev.ringback.infra.action.ActionFiles;
import dev.ringback.infra.action.BuiltActions;
import java.nio.file.Path;

/** The code of every function, and what the actions say they need. */
public record BuiltFunctions(
        FunctionCode callApi,
        BuiltActions actions,
        FunctionCode pushNotifier,
        FunctionCode callKeeper,
        FunctionCode callEvents) {

    public static BuiltFunctions below(Path root) {
        return new BuiltFunctions(
                FunctionCode.of(root, "lambdas/call-api"),
                new ActionFiles(root).read(),
                FunctionCode.of(root, "lambdas/push-notifier"),
                FunctionCode.of(root, "lambdas/call-keeper"),
                FunctionCode.of(root, "lambdas/call-events"));
    }
}
