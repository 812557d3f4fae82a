package dev.ringback.actionkit;

/** What an action's module registers under {@code META-INF/services}: makes the action once, when the function starts. */
public interface ActionFactory {
    Action<?, ?> create(Ports ports);
}
