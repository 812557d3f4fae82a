package dev.ringback.infra.function;

import java.util.List;
import software.amazon.awscdk.services.iam.Effect;
import software.amazon.awscdk.services.iam.PolicyStatement;

/** One thing a role may do, named by its purpose: exact actions on exact resources. */
public record Permission(String purpose, List<String> actions) {

    public static Permission to(String purpose) {
        return new Permission(purpose, List.of());
    }

    public Permission allow(String... names) {
        return new Permission(purpose, List.of(names));
    }

    public PolicyStatement on(String resourceArn) {
        return PolicyStatement.Builder.create()
                .sid(purpose)
                .effect(Effect.ALLOW)
                .actions(actions)
                .resources(List.of(resourceArn))
                .build();
    }
}
