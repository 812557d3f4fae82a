package dev.ringback.actionkit;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.ServiceLoader;
import java.util.TreeMap;

/** Every action on the class path, and the way from a request body to the one it names. */
public final class Actions {
    private final Map<String, Action<?, ?>> byName;
    private final Json json;

    private Actions(Map<String, Action<?, ?>> byName, Json json) {
        this.byName = byName;
        this.json = json;
    }

    /** @throws IllegalStateException if there is no action at all, or two have one name */
    public static Actions load(Ports ports) {
        List<Action<?, ?>> actions = new ArrayList<>();
        for (ActionFactory factory : ServiceLoader.load(ActionFactory.class)) {
            actions.add(factory.create(ports));
        }
        return of(actions);
    }

    static Actions of(Collection<Action<?, ?>> actions) {
        if (actions.isEmpty()) {
            throw new IllegalStateException("There is no action on the class path: no module registers an "
                    + ActionFactory.class.getName() + " under META-INF/services.");
        }
        Json json = new Json();
        Map<String, Action<?, ?>> byName = new TreeMap<>();
        for (Action<?, ?> action : actions) {
            Action<?, ?> other = byName.put(action.name(), action);
            if (other != null) {
                throw new IllegalStateException("Two actions are named \"%s\": %s and %s."
                        .formatted(
                                action.name(),
                                other.getClass().getName(),
                                action.getClass().getName()));
            }
            json.prepare(action.requestType());
        }
        return new Actions(byName, json);
    }

    /** Never throws for what the client sent; what an action throws passes through. */
    public Dispatched dispatch(Caller caller, byte[] body) {
        Action<?, ?> action = null;
        try {
            RequestBody request = RequestBody.parse(json, body);
            String name = request.action();
            action = byName.get(name);
            if (action == null) {
                return new Dispatched(Optional.empty(), unknownAction());
            }
            return new Dispatched(Optional.of(name), handle(action, caller, request));
        } catch (InvalidRequestException e) {
            return new Dispatched(
                    Optional.ofNullable(action).map(Action::name),
                    Result.refuse(ErrorCode.BAD_REQUEST, e.getMessage()));
        }
    }

    /** Writes an answer, or any other record, as JSON; what is absent or null is left out. */
    public byte[] write(Object answer) {
        return json.write(answer);
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
