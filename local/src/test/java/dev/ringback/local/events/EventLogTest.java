package dev.ringback.local.events;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import org.junit.jupiter.api.Test;

class EventLogTest {
    private final EventLog log = new EventLog(3, 100);

    @Test
    void keepsNoMoreThanSoManyEvents() {
        for (int i = 1; i <= 5; i++) {
            add(Integer.toString(i), 1);
        }

        assertThat(log.events()).extracting(Event::id).containsExactly("3", "4", "5");
    }

    @Test
    void keepsNoMoreThanSoManyBytes() {
        add("1", 60);
        add("2", 50);

        assertThat(log.events()).extracting(Event::id).containsExactly("2");
    }

    private void add(String id, int size) {
        log.add(new Event("calls", size, JsonNodeFactory.instance.objectNode().put("id", id)));
    }
}
