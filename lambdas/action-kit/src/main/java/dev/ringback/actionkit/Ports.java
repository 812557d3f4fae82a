package dev.ringback.actionkit;

/** The backend's ports (stores, media, clock) that an action may ask for by type. */
public interface Ports {
    /** @throws IllegalStateException if the function has no such port, which stops its start */
    <T> T get(Class<T> port);
}
