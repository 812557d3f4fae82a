package dev.ringback.callapi;

import dev.ringback.actionkit.Ports;
import java.util.Map;

/** The ports that this function offers to actions, by type. */
record PortMap(Map<Class<?>, Object> byType) implements Ports {
    @Override
    public <T> T get(Class<T> port) {
        Object found = byType.get(port);
        if (found == null) {
            throw new IllegalStateException(
                    "An action asks for " + port.getName() + ", which call-api does not offer.");
        }
        return port.cast(found);
    }
}
