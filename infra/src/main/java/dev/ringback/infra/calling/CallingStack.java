package dev.ringback.infra.calling;

import dev.ringback.infra.RingbackStack;
import dev.ringback.infra.data.DataStack;
import dev.ringback.infra.directory.DirectoryStack;
import dev.ringback.infra.environment.Settings;
import dev.ringback.infra.function.BuiltFunctions;
import dev.ringback.infra.identity.IdentityStack;
import software.amazon.awscdk.services.lambda.Alias;
import software.constructs.Construct;

/** What sets up calls and sees them through: the HTTP API, and the functions that keep calls and tell of them. */
public final class CallingStack extends RingbackStack {
    private final CallApi api;

    /** What this stack is built on. */
    public record Props(
            Settings settings,
            IdentityStack identity,
            DataStack data,
            DirectoryStack directory,
            Alias pushNotifier,
            BuiltFunctions functions) {}

    public CallingStack(Construct scope, Props props) {
        super(scope, props.settings(), "Calling", "Call set-up of Ringback");
        Settings settings = props.settings();
        RingTimeouts ringTimeouts = new RingTimeouts(this, "RingTimeouts");
        CallStream changes = new CallStream(this, "CallStream", props.data());
        CallKeeper keeper = new CallKeeper(
                this,
                "CallKeeper",
                new CallKeeper.Props(
                        settings,
                        props.data(),
                        changes,
                        ringTimeouts,
                        props.functions().callKeeper()));
        CallEvents events = new CallEvents(
                this,
                "CallEvents",
                new CallEvents.Props(
                        settings, props.directory(), changes, props.functions().callEvents()));
        StopRinging stopRinging = new StopRinging(this, "StopRinging", events.bus(), props.pushNotifier());
        api = api(props, ringTimeouts);
        new CallAlarms(this, "Alarms", settings)
                .deadRingTimeouts(ringTimeouts.deadLetters())
                .streamFailures(changes.failures())
                .undeliveredStops(stopRinging.deadLetters())
                .lateReleases(keeper.live())
                .lateEvents(events.live())
                .failedSweeps(keeper.live())
                .abandonedMedia()
                .failingRequests(api.http());
        exported(apiId());
        output("ApiUrl", "Where apps POST their requests", api.url());
        output(
                "EventBusName",
                "Where other systems learn what becomes of calls",
                events.bus().getEventBusName());
        output(
                "DeadRingTimeoutsQueueUrl",
                "Calls whose ring time-out failed for good",
                ringTimeouts.deadLetters().getQueueUrl());
        output(
                "StreamFailuresQueueUrl",
                "Changes of calls that were given up",
                changes.failures().getQueueUrl());
        output(
                "UndeliveredStopsQueueUrl",
                "Events that phones were not told of",
                stopRinging.deadLetters().getQueueUrl());
    }

    private CallApi api(Props props, RingTimeouts ringTimeouts) {
        ActionFunctions functions = new ActionFunctions(this, props, new Provisions(props, ringTimeouts));
        CallApi answered = new CallApi(this, "CallApi", props.settings(), props.identity())
                .answeredBy(functions.shared("CallApiFunction"));
        props.functions()
                .actions()
                .ownFunctions()
                .forEach(own -> answered.answeredBy(own.manifest().action(), functions.own(own)));
        return answered;
    }

    /** What apps POST to, as its metrics name it. */
    public String apiId() {
        return api.http().getApiId();
    }
}
