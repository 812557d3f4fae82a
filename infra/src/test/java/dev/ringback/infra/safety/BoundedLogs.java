package dev.ringback.infra.safety;

import dev.ringback.infra.assembly.StackTemplate;
import java.util.ArrayList;
import java.util.List;

/** Logs end some day, and are where a stack made a group for them: AWS makes others by itself, which it keeps for ever. */
record BoundedLogs() implements Guard {

    @Override
    public List<String> breaches(List<StackTemplate> templates) {
        List<String> breaches = new ArrayList<>();
        Placed.in(templates).forEach(resource -> {
            if (resource.type().equals("AWS::Logs::LogGroup")
                    && resource.property("RetentionInDays").asInt() == 0) {
                breaches.add(resource.name() + " keeps its logs for ever.");
            }
            if (resource.isFunction()
                    && resource.property("LoggingConfig/LogGroup/Ref").isMissingNode()) {
                breaches.add(resource.name() + " logs to a group that is not its stack's.");
            }
            if (resource.json().toString().matches(".*\"logs:(CreateLogGroup|Create\\*|\\*)\".*")) {
                breaches.add(resource.name() + " may make log groups, which nothing would remove.");
            }
        });
        return breaches;
    }
}
