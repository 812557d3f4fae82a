package dev.ringback.infra.safety;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import dev.ringback.infra.assembly.StackTemplate;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** The reviewed list of what must stay the same resource: by logical id, and by what CloudFormation cannot change in place. */
record Pinned(Map<String, Map<String, Pin>> stacks, ResourceTypes types, String environment) implements Guard {

    /**
     * One of them.
     *
     * @param fixed its properties that make another resource when they change
     * @param thrownAway why it may go with its stack even where data is kept
     */
    record Pin(String type, Map<String, JsonNode> fixed, Optional<String> thrownAway) {
        @JsonCreator
        static Pin read(
                @JsonProperty("type") String type,
                @JsonProperty("fixed") Map<String, JsonNode> fixed,
                @JsonProperty("thrownAway") String thrownAway) {
            return new Pin(type, fixed, Optional.ofNullable(thrownAway));
        }
    }

    static Pinned reviewed(ResourceTypes types, String environment) {
        Map<String, Map<String, Pin>> stacks =
                ResourceTypes.read(Path.of("src/test/resources/stateful.json"), new TypeReference<>() {});
        return new Pinned(stacks, types, environment);
    }

    boolean mayGo(Placed resource) {
        return pin(resource).flatMap(Pin::thrownAway).isPresent();
    }

    @Override
    public List<String> breaches(List<StackTemplate> templates) {
        List<String> breaches = new ArrayList<>();
        Set<String> missing = new TreeSet<>();
        stacks.forEach((stack, pins) -> pins.keySet().forEach(id -> missing.add(stack + "/" + id)));
        Placed.in(templates).forEach(resource -> {
            missing.remove(resource.stack() + "/" + resource.id());
            pin(resource).ifPresentOrElse(pin -> changes(resource, pin, breaches), () -> unlisted(resource, breaches));
        });
        missing.forEach(id -> breaches.add(id + " is gone, and with it what it holds."));
        return breaches;
    }

    private Optional<Pin> pin(Placed resource) {
        return Optional.ofNullable(
                stacks.getOrDefault(resource.stack(), Map.of()).get(resource.id()));
    }

    private void unlisted(Placed resource, List<String> breaches) {
        if (types.isStateful(resource.type())) {
            breaches.add(resource.name() + " is not in stateful.json: is it new, or another one under a new id?");
        }
    }

    private void changes(Placed resource, Pin pin, List<String> breaches) {
        if (!resource.type().equals(pin.type())) {
            breaches.add(resource.name() + " was of type " + pin.type() + ".");
        }
        Set<String> properties = new TreeSet<>(pin.fixed().keySet());
        properties.addAll(types.fixedProperties(resource.type()));
        for (String property : properties) {
            JsonNode is = anyEnvironment(resource.property(property));
            JsonNode was = pin.fixed().getOrDefault(property, MissingNode.getInstance());
            if (!is.equals(was)) {
                breaches.add(
                        resource.name() + " would be another one: " + property + " is " + is + ", not " + was + ".");
            }
        }
    }

    private JsonNode anyEnvironment(JsonNode value) {
        if (value.isMissingNode()) {
            return value;
        }
        try {
            return new ObjectMapper()
                    .readTree(value.toString().replace("ringback-" + environment, "ringback-<environment>"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
