package dev.ringback.local.appsync.realtime;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;

/** The filter that a resolver has set: all filters of any one group. */
record FilterGroups(List<List<FieldFilter>> groups) implements EventFilter {
    /** @param filter {@code {"filterGroup": [{"filters": [{"fieldName", "operator", "value"}]}]}} */
    static FilterGroups read(JsonNode filter) throws Refusal {
        List<List<FieldFilter>> groups = new ArrayList<>();
        for (JsonNode group : filter.path("filterGroup")) {
            List<FieldFilter> filters = new ArrayList<>();
            for (JsonNode field : group.path("filters")) {
                filters.add(FieldFilter.read(field));
            }
            groups.add(List.copyOf(filters));
        }
        return new FilterGroups(List.copyOf(groups));
    }

    @Override
    public boolean passes(JsonNode payload) {
        return groups.isEmpty()
                || groups.stream().anyMatch(group -> group.stream().allMatch(filter -> filter.passes(payload)));
    }
}
