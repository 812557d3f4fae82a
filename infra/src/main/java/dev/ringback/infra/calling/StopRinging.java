package dev.ringback.infra.calling;

import dev.ringback.infra.function.FailureQueue;
import java.util.List;
import java.util.Map;
import software.amazon.awscdk.Duration;
import software.amazon.awscdk.services.events.EventBus;
import software.amazon.awscdk.services.events.EventPattern;
import software.amazon.awscdk.services.events.Rule;
import software.amazon.awscdk.services.events.targets.LambdaFunction;
import software.amazon.awscdk.services.lambda.Alias;
import software.amazon.awscdk.services.sqs.Queue;
import software.constructs.Construct;

/** Wakes the function that pushes when a call rings no more. */
final class StopRinging extends Construct {
    /** What a phone that rings must be told; a call that FAILED has rung nowhere. */
    private static final List<String> RINGS_NO_MORE = List.of("ANSWERED", "DECLINED", "CANCELLED", "MISSED");
    /** A missed call is worth telling late; what is too old to be told, the function leaves out. */
    private static final Duration TRIED_FOR = Duration.hours(1);

    private final Queue deadLetters;

    // The target's permission stands beside the rule, not the function, or the two stacks would need each other.
    StopRinging(Construct scope, String id, EventBus bus, Alias pushNotifier) {
        super(scope, id);
        deadLetters = FailureQueue.in(this, "DeadLetters");
        Rule.Builder.create(this, "Rule")
                .description("Tells phones that a call rings no more")
                .eventBus(bus)
                .eventPattern(EventPattern.builder()
                        .source(List.of("ringback.calls"))
                        .detailType(List.of("Call State Changed"))
                        .detail(Map.of("state", RINGS_NO_MORE))
                        .build())
                .targets(List.of(LambdaFunction.Builder.create(pushNotifier)
                        .maxEventAge(TRIED_FOR)
                        .deadLetterQueue(deadLetters)
                        .build()))
                .build();
    }

    /** Events that the function could not be woken with. */
    Queue deadLetters() {
        return deadLetters;
    }
}
