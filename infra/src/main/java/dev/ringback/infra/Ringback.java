package dev.ringback.infra;

import dev.ringback.infra.calling.CallingStack;
import dev.ringback.infra.data.DataStack;
import dev.ringback.infra.directory.DirectoryCode;
import dev.ringback.infra.directory.DirectoryStack;
import dev.ringback.infra.environment.Settings;
import dev.ringback.infra.function.BuiltFunctions;
import dev.ringback.infra.identity.IdentityStack;
import dev.ringback.infra.operations.OperationsStack;
import dev.ringback.infra.push.PushStack;
import io.github.cdklabs.cdknag.AwsSolutionsChecks;
import software.amazon.awscdk.App;
import software.amazon.awscdk.Aspects;

/** All stacks of one environment, joined by what they hand to each other. */
record Ringback(
        IdentityStack identity,
        DataStack data,
        DirectoryStack directory,
        PushStack push,
        CallingStack calling,
        OperationsStack operations) {

    static Ringback in(App app, BuiltFunctions functions, DirectoryCode directoryCode, Settings settings) {
        IdentityStack identity = new IdentityStack(app, settings);
        DataStack data = new DataStack(app, settings);
        DirectoryStack directory =
                new DirectoryStack(app, new DirectoryStack.Props(settings, identity, data, directoryCode));
        PushStack push = new PushStack(app, settings, data, functions.pushNotifier());
        CallingStack calling = new CallingStack(
                app, new CallingStack.Props(settings, identity, data, directory, push.pushNotifier(), functions));
        OperationsStack operations =
                new OperationsStack(app, settings, new OperationsStack.Apis(directory.apiId(), calling.apiId()));
        // No report files: they would put the same findings into the assembly a second time.
        Aspects.of(app).add(AwsSolutionsChecks.Builder.create().reports(false).build());
        return new Ringback(identity, data, directory, push, calling, operations);
    }
}
