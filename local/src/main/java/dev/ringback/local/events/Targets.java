package dev.ringback.local.events;

import dev.ringback.local.aws.Account;
import dev.ringback.local.aws.AwsFailure;
import dev.ringback.local.lambda.LambdaService;
import dev.ringback.local.sqs.Queue;
import dev.ringback.local.sqs.Queues;
import dev.ringback.local.stack.StackFailure;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** Hands events to functions and queues, as far as their own policies let EventBridge. */
public final class Targets {
    private static final String SERVICE = "events.amazonaws.com";

    private final LambdaService functions;
    private final Queues queues;
    private final Account account;

    public Targets(LambdaService functions, Queues queues, Account account) {
        this.functions = functions;
        this.queues = queues;
        this.account = account;
    }

    void check(RuleTarget target) {
        if (!isFunction(target) && queue(target.arn()).isEmpty()) {
            throw new StackFailure(
                    "The local runtime has functions and queues as targets only, and none " + target.arn() + ".");
        }
        target.deadLetters().filter(arn -> queue(arn).isEmpty()).ifPresent(arn -> {
            throw new StackFailure("There is no queue " + arn + ".");
        });
    }

    private boolean isFunction(RuleTarget target) {
        return target.arn().startsWith(account.arn("lambda", "function:"));
    }

    private Optional<Queue> queue(String arn) {
        return queues.withArn(arn);
    }

    /** Why a target would not take an event of a rule; empty when it would. */
    Optional<String> refusal(Rule rule, RuleTarget target) {
        return isFunction(target) ? functions.refusal(SERVICE, rule.arn(), target.arn()) : Optional.empty();
    }

    /** @throws AwsFailure when it is not allowed, and the event is not among the dead letters either */
    void send(Rule rule, RuleTarget target, String event) {
        String input = target.input().orElse(event);
        try {
            if (isFunction(target)) {
                functions.acceptFor(SERVICE, rule.arn(), target.arn(), input.getBytes(StandardCharsets.UTF_8));
            } else {
                put(rule, target.arn(), input);
            }
        } catch (AwsFailure refused) {
            put(rule, target.deadLetters().orElseThrow(() -> refused), event);
        }
    }

    private void put(Rule rule, String queueArn, String message) {
        Queue queue = queue(queueArn).orElseThrow(() -> new IllegalStateException("There is no queue " + queueArn));
        queues.sendFor(SERVICE, rule.arn(), account.id(), queue, message);
    }
}
