package dev.ringback.infra.safety;

import dev.ringback.infra.assembly.StackTemplate;
import java.util.ArrayList;
import java.util.List;

/** What holds data outlives its stack and whatever replaces it, refuses deletion, and can be restored. */
record KeptData(ResourceTypes types, Pinned pinned) implements Guard {

    @Override
    public List<String> breaches(List<StackTemplate> templates) {
        List<String> breaches = new ArrayList<>();
        Placed.in(templates)
                .filter(resource -> types.isKept(resource.type()))
                .filter(resource -> !pinned.mayGo(resource))
                .forEach(resource -> check(resource, breaches));
        return breaches;
    }

    private static void check(Placed resource, List<String> breaches) {
        for (String policy : List.of("DeletionPolicy", "UpdateReplacePolicy")) {
            String is = resource.json().path(policy).asText("Delete");
            if (!is.equals("Retain")) {
                breaches.add(resource.name() + " would be lost: its " + policy + " is " + is + ", not Retain.");
            }
        }
        switch (resource.type()) {
            case "AWS::DynamoDB::Table" -> {
                must(resource, "DeletionProtectionEnabled", "true", breaches);
                must(resource, "PointInTimeRecoverySpecification/PointInTimeRecoveryEnabled", "true", breaches);
            }
            case "AWS::Cognito::UserPool" -> must(resource, "DeletionProtection", "ACTIVE", breaches);
            default -> {}
        }
    }

    private static void must(Placed resource, String property, String value, List<String> breaches) {
        if (!resource.property(property).asText().equals(value)) {
            breaches.add(resource.name() + " is not protected: " + property + " is not " + value + ".");
        }
    }
}
