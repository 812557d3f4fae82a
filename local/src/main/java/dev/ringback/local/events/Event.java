package dev.ringback.local.events;

import com.fasterxml.jackson.databind.node.ObjectNode;

/**
 * An event on a bus.
 *
 * @param bus its name
 * @param size in bytes, as EventBridge counts it
 * @param delivered as targets get it
 */
record Event(String bus, int size, ObjectNode delivered) {
    String id() {
        return delivered.path("id").asText();
    }
}
