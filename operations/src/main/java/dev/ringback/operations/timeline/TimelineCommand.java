package dev.ringback.operations.timeline;

import dev.ringback.calling.call.Call;
import dev.ringback.calling.call.CallStore;
import dev.ringback.calling.call.DynamoDbCallStore;
import dev.ringback.operations.cloud.Cloud;
import dev.ringback.operations.cloud.Stacks;
import java.io.PrintStream;
import java.util.Optional;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/** Prints what happened to a call. */
public final class TimelineCommand {
    private final CallStore calls;
    private final PrintStream out;
    private final PrintStream err;

    public TimelineCommand(CallStore calls, PrintStream out, PrintStream err) {
        this.calls = calls;
        this.out = out;
        this.err = err;
    }

    /** The calls of an environment. */
    public static CallStore calls(Cloud cloud, Stacks stacks) {
        return new DynamoDbCallStore(
                cloud.client(DynamoDbClient.builder()),
                stacks.table("Data", "Calls"),
                stacks.table("Data", "DeviceInfo"));
    }

    /** 0, or 1 if there is no such call. */
    public int run(String callId) {
        Optional<Call> call = calls.find(callId);
        if (call.isEmpty()) {
            err.println("ringback: there is no call " + callId + "; calls are kept for calls.retentionDays");
            return 1;
        }
        out.print(new TimelineText(call.get()));
        return 0;
    }
}
