package dev.ringback.infra.operations;

import dev.ringback.infra.RingbackStack;
import dev.ringback.infra.environment.Settings;
import software.amazon.awscdk.Annotations;
import software.constructs.Construct;

/** Where people look and who is told: the dashboard, and the topic of the alarms that the other stacks hold. */
public final class OperationsStack extends RingbackStack {

    /** The ids by which metrics name the two APIs. */
    public record Apis(String graphql, String http) {}

    public OperationsStack(Construct scope, Settings settings, Apis apis) {
        super(scope, settings, "Operations", "Dashboard and alarms of Ringback");
        if (settings.operations().alarmTopicArn().isEmpty()) {
            AlarmTopic.in(this, settings);
        }
        if (settings.keepData() && !settings.operations().tellsSomebody()) {
            // No warning, which would stop synth: a topic can be subscribed to by hand.
            Annotations.of(this)
                    .addInfo("Nobody is told of alarms in " + settings.environment() + " until somebody subscribes to "
                            + "the topic of the output AlarmTopicArn, or operations.alarmEmail or "
                            + "operations.alarmTopicArn is set.");
        }
        new Board(new Panels(settings), apis).in(this, settings.prefix());
        output("AlarmTopicArn", "What is told of alarms", AlarmTopic.arn(this, settings));
    }
}
