package dev.ringback.infra.safety;

import dev.ringback.infra.assembly.StackTemplate;
import java.util.ArrayList;
import java.util.List;

/** Where data is not kept, deleting the stacks deletes all that they made, and nothing stands in the way. */
record NothingLeft() implements Guard {

    @Override
    public List<String> breaches(List<StackTemplate> templates) {
        List<String> breaches = new ArrayList<>();
        Placed.in(templates).forEach(resource -> check(resource, breaches));
        return breaches;
    }

    private static void check(Placed resource, List<String> breaches) {
        for (String policy : List.of("DeletionPolicy", "UpdateReplacePolicy")) {
            String is = resource.json().path(policy).asText("Delete");
            if (!is.equals("Delete")) {
                breaches.add(resource.name() + " would stay: its " + policy + " is " + is + ".");
            }
        }
        if (resource.property("DeletionProtectionEnabled").asBoolean()
                || resource.property("DeletionProtection").asText().equals("ACTIVE")) {
            breaches.add(resource.name() + " refuses deletion.");
        }
        if (resource.property("PointInTimeRecoverySpecification/PointInTimeRecoveryEnabled")
                .asBoolean()) {
            breaches.add(resource.name() + " would leave a backup, which AWS keeps for 35 days.");
        }
        if (resource.type().startsWith("Custom::") || resource.type().equals("AWS::CloudFormation::CustomResource")) {
            breaches.add(resource.name() + " may make what no stack knows of.");
        }
    }
}
