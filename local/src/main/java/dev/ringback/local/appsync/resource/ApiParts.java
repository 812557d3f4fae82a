package dev.ringback.local.appsync.resource;

import dev.ringback.local.stack.StackFailure;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** The resources of one API. */
record ApiParts(Part api, List<Part> parts) {
    static ApiParts of(Part api, List<Part> all) {
        return new ApiParts(
                api,
                all.stream().filter(part -> part.apiId().equals(api.apiId())).toList());
    }

    List<Part> all(ResourceType type) {
        return parts.stream().filter(part -> part.type() == type).toList();
    }

    /** What is made of the parts of one type, by name. */
    <T> Map<String, T> byName(ResourceType type, Function<Part, String> name, Function<Part, T> making) {
        Map<String, T> byName = new LinkedHashMap<>();
        all(type).forEach(part -> {
            if (byName.put(name.apply(part), part.make(making)) != null) {
                part.make(again -> {
                    throw new StackFailure("The API has " + name.apply(again) + " twice.");
                });
            }
        });
        return byName;
    }
}
