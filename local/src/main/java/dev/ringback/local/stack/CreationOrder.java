package dev.ringback.local.stack;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Puts resources behind those they refer to or depend on, and leaves them as they stand otherwise. */
final class CreationOrder {
    private final Map<String, JsonNode> resources;
    private final Set<String> done = new LinkedHashSet<>();
    private final List<String> path = new ArrayList<>();

    private CreationOrder(Map<String, JsonNode> resources) {
        this.resources = resources;
    }

    /** @throws StackFailure when resources wait for each other */
    static List<String> of(Map<String, JsonNode> resources) {
        CreationOrder order = new CreationOrder(resources);
        resources.keySet().forEach(order::visit);
        return List.copyOf(order.done);
    }

    private void visit(String logicalId) {
        if (done.contains(logicalId)) {
            return;
        }
        if (path.contains(logicalId)) {
            throw circle(logicalId);
        }
        path.add(logicalId);
        References.in(resources.get(logicalId), resources.keySet()).forEach(this::visit);
        path.removeLast();
        done.add(logicalId);
    }

    private StackFailure circle(String logicalId) {
        List<String> circle = new ArrayList<>(path.subList(path.indexOf(logicalId), path.size()));
        circle.add(logicalId);
        return new StackFailure("Resources wait for each other in a circle: " + String.join(" -> ", circle) + ".");
    }
}
