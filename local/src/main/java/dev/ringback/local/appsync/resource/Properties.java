package dev.ringback.local.appsync.resource;

import com.fasterxml.jackson.databind.JsonNode;
import dev.ringback.local.stack.StackFailure;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The properties of a resource, or of a part of one.
 *
 * @param owner whose they are, {@code AWS::AppSync::Resolver}
 */
record Properties(String owner, JsonNode node) {
    /** The same, if it has no property beside these. */
    Properties only(Set<String> known) {
        node.fieldNames().forEachRemaining(name -> {
            if (!known.contains(name)) {
                throw new StackFailure("The local runtime does not know the property " + name + " of " + owner + ".");
            }
        });
        return this;
    }

    boolean has(String name) {
        return node.hasNonNull(name);
    }

    String text(String name) {
        return find(name).orElseThrow(() -> new StackFailure(owner + " has no " + name + "."));
    }

    Optional<String> find(String name) {
        return has(name) ? Optional.of(node.get(name).asText()) : Optional.empty();
    }

    /** @throws StackFailure if the property is there and is not what the local runtime has */
    void expect(String name, String value) {
        if (!find(name).orElse(value).equals(value)) {
            throw new StackFailure("The local runtime has " + name + " " + value + ", not " + text(name) + ".");
        }
    }

    boolean isTrue(String name) {
        return find(name).map("true"::equalsIgnoreCase).orElse(false);
    }

    int number(String name) {
        String text = find(name).orElse("0");
        try {
            return Integer.parseInt(text);
        } catch (NumberFormatException e) {
            throw new StackFailure(name + " of " + owner + " is no number: " + text + ".");
        }
    }

    Properties part(String name) {
        return new Properties(name, node.path(name));
    }

    List<Properties> parts(String name) {
        List<Properties> parts = new ArrayList<>();
        node.path(name).forEach(part -> parts.add(new Properties(name, part)));
        return parts;
    }

    List<String> texts(String name) {
        List<String> texts = new ArrayList<>();
        node.path(name).forEach(item -> texts.add(item.asText()));
        return texts;
    }
}
