package dev.ringback.callapi;

import dev.ringback.actionkit.Ports;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/** The ports that functions of actions have, by type; each is made when it is first asked for, so that a function has no others. */
final class Offers implements Ports {
    private final Map<Class<?>, Supplier<?>> makers = new HashMap<>();
    private final Map<Class<?>, Object> made = new HashMap<>();

    <T> Offers offer(Class<T> port, Supplier<? extends T> maker) {
        makers.put(port, maker);
        return this;
    }

    @Override
    public <T> T get(Class<T> port) {
        Optional<T> found = ifMade(port);
        if (found.isPresent()) {
            return found.get();
        }
        Supplier<?> maker = makers.get(port);
        if (maker == null) {
            throw new IllegalStateException(
                    "An action asks for " + port.getName() + ", which call-api does not offer.");
        }
        made.put(port, maker.get());
        return port.cast(made.get(port));
    }

    /** Empty if nobody has asked for it. */
    <T> Optional<T> ifMade(Class<T> port) {
        return Optional.ofNullable(made.get(port)).map(port::cast);
    }
}
