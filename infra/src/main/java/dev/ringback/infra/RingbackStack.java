package dev.ringback.infra;

import dev.ringback.infra.environment.Settings;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import software.amazon.awscdk.CfnOutput;
import software.amazon.awscdk.Environment;
import software.amazon.awscdk.Stack;
import software.amazon.awscdk.StackProps;
import software.constructs.Construct;

/** A stack named after its environment, tagged, and protected where the environment keeps its data. */
public abstract class RingbackStack extends Stack {

    protected RingbackStack(Construct scope, Settings settings, String name, String description) {
        super(scope, settings.prefix() + "-" + name, properties(settings, description));
    }

    private static StackProps properties(Settings settings, String description) {
        // Tags of the stack, not of each construct: CloudFormation passes them on, and the template stays small.
        Map<String, String> tags = new TreeMap<>(settings.tags());
        tags.put("application", "ringback");
        tags.put("environment", settings.environment());
        return StackProps.builder()
                .description(description + " (" + settings.environment() + ")")
                .env(Environment.builder()
                        .account(settings.account().orElse(null))
                        .region(settings.region().orElse(null))
                        .build())
                .tags(tags)
                .terminationProtection(settings.keepData())
                .build();
    }

    /** Shows an operator a value they need; never a secret. */
    protected final void output(String name, String description, String value) {
        CfnOutput.Builder.create(this, name)
                .description(description)
                .value(value)
                .build();
    }

    /**
     * Keeps what other stacks may read exported, whether one reads it or not: a stack is updated before those that read it, and
     * CloudFormation deletes no export that the last deployment of another still imports.
     */
    protected final void exported(String... values) {
        List.of(values).forEach(this::exportValue);
    }
}
