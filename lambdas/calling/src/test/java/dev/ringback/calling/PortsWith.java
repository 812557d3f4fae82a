package dev.ringback.calling;

import dev.ringback.actionkit.Ports;

/** Ports of which one is another. */
public record PortsWith<P>(Ports ports, Class<P> replaced, P by) implements Ports {
    @Override
    public <T> T get(Class<T> port) {
        return port == replaced ? port.cast(by) : ports.get(port);
    }
}
