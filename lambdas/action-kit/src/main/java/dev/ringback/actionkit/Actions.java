package dev.ringback.actionkit;

import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.ServiceLoader;
import java.util.Set;
import java.util.TreeMap;

/** Every action on the class path, and the way from a request body to the one it names. */
public final class Actions {
    private final Map<String, Declared> byName = new TreeMap<>();
    private final Json json = new Json();

    private record Declared(ActionManifest manifest, Action<?, ?> action) {}

    private Actions() {}

    /**
     * @throws IllegalStateException if there is no action at all, two have one name, one has no manifest, or one asks for a port
     *     that its manifest does not open
     */
    public static Actions load(Ports ports) {
        return made(Manifests.onClassPath(), ServiceLoader.load(ActionFactory.class), ports);
    }

    static Actions made(Manifests manifests, Iterable<ActionFactory> factories, Ports ports) {
        Actions actions = new Actions();
        for (ActionFactory factory : factories) {
            ActionManifest manifest = manifests.of(factory);
            actions.add(manifest, factory.create(new DeclaredPorts(manifest, ports)));
        }
        if (actions.byName.isEmpty()) {
            throw new IllegalStateException("There is no action on the class path: no module registers an "
                    + ActionFactory.class.getName() + " under META-INF/services.");
        }
        return actions;
    }

    private void add(ActionManifest manifest, Action<?, ?> action) {
        if (!action.name().equals(manifest.action())) {
            throw new IllegalStateException("%s is named \"%s\", and \"%s\" in its action.json."
                    .formatted(action.getClass().getName(), action.name(), manifest.action()));
        }
        Declared other = byName.put(action.name(), new Declared(manifest, action));
        if (other != null) {
            throw new IllegalStateException("Two actions are named \"%s\": %s and %s."
                    .formatted(
                            action.name(),
                            other.action().getClass().getName(),
                            action.getClass().getName()));
        }
        json.prepare(action.requestType());
    }

    /** The names of all. */
    public Set<String> names() {
        return byName.keySet();
    }

    /** Takes the action from the body. Never throws for what the client sent; what an action throws passes through. */
    public Dispatched dispatch(Caller caller, byte[] body) {
        return dispatch(caller, body, Optional.empty());
    }

    /** @param route the action that the request's path names; the body need not name it then, and may name no other */
    public Dispatched dispatch(Caller caller, byte[] body, Optional<String> route) {
        Declared found = null;
        try {
            RequestBody request = RequestBody.parse(json, body);
            found = byName.get(request.action(route));
            if (found == null) {
                return new Dispatched(Optional.empty(), unknownAction());
            }
            return dispatched(found, handle(found.action(), caller, request));
        } catch (InvalidRequestException e) {
            return new Dispatched(
                    Optional.ofNullable(found).map(one -> one.action().name()),
                    Result.refuse(ErrorCode.BAD_REQUEST, e.getMessage()));
        }
    }

    /** Writes an answer, or any other record, as JSON; what is absent or null is left out. */
    public byte[] write(Object answer) {
        return json.write(answer);
    }

    private static Dispatched dispatched(Declared one, Result<?> result) {
        Optional<ErrorCode> undeclared = result instanceof Result.Refused<?> refused
                ? Optional.of(refused.code()).filter(code -> !one.manifest().declares(code))
                : Optional.empty();
        return new Dispatched(Optional.of(one.action().name()), result, undeclared);
    }

    private static <Q extends Record, A> Result<A> handle(Action<Q, A> action, Caller caller, RequestBody request) {
        Q fields = request.as(action.requestType());
        return Objects.requireNonNull(action.handle(caller, fields), action.name());
    }

    private Result<Void> unknownAction() {
        return Result.refuse(
                ErrorCode.UNKNOWN_ACTION,
                "There is no such action. The actions are " + String.join(", ", byName.keySet()) + ".");
    }
}
