package dev.ringback.local.cognito;

import java.time.Clock;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;

/** One user pool: its clients and groups from the template, its users and sign-ins from the file. */
final class UserPool {
    private final String id;
    private final String issuer;
    private final PoolSettings settings;
    private final CompletableFuture<PoolKeys> keys;
    private final PoolFile file;
    private final Clock clock;
    private final Map<String, AppClient> clients = new HashMap<>();
    private final Set<String> groups = new HashSet<>();
    private final Map<String, User> users = new LinkedHashMap<>();
    private final Map<String, Session> sessions = new LinkedHashMap<>();

    UserPool(String id, String issuer, PoolSettings settings, PoolFile file, Supplier<PoolKeys> newKeys, Clock clock) {
        this.id = id;
        this.issuer = issuer;
        this.settings = settings;
        this.file = file;
        this.clock = clock;
        Optional<PoolState> saved = file.load();
        // RSA keys take up to a second to make, so they are made while the other resources are.
        this.keys = saved.map(state -> CompletableFuture.completedFuture(PoolKeys.parse(state.keys())))
                .orElseGet(() -> CompletableFuture.supplyAsync(newKeys, Thread::startVirtualThread));
        saved.ifPresent(this::restore);
    }

    private void restore(PoolState saved) {
        saved.users().forEach(user -> users.put(settings.keyOf(user.username()), user));
        saved.sessions().forEach(session -> sessions.put(session.id(), session));
    }

    String id() {
        return id;
    }

    String issuer() {
        return issuer;
    }

    PoolSettings settings() {
        return settings;
    }

    PoolKeys keys() {
        return keys.join();
    }

    synchronized void put(AppClient client) {
        clients.put(client.id(), client);
    }

    synchronized Optional<AppClient> client(String clientId) {
        return Optional.ofNullable(clients.get(clientId));
    }

    synchronized void addGroup(String name) {
        groups.add(name);
    }

    synchronized boolean hasGroup(String name) {
        return groups.contains(name);
    }

    synchronized Optional<User> user(String username) {
        return Optional.ofNullable(users.get(settings.keyOf(username)));
    }

    synchronized void add(User user) {
        if (users.putIfAbsent(settings.keyOf(user.username()), user) != null) {
            throw CognitoErrors.usernameExists();
        }
        save();
    }

    /** Changes this very user as he is at this moment, not one who has taken his name since; whoever refuses throws. */
    synchronized User change(User seen, UnaryOperator<User> change) {
        User changed = change.apply(still(seen)).modifiedAt(clock.instant());
        users.put(settings.keyOf(seen.username()), changed);
        save();
        return changed;
    }

    /** Removes a user and ends his sign-ins. */
    synchronized void remove(User seen) {
        still(seen);
        users.remove(settings.keyOf(seen.username()));
        signOut(seen);
    }

    private User still(User seen) {
        return user(seen.username())
                .filter(user -> user.sub().equals(seen.sub()))
                .orElseThrow(UserPool::noUser);
    }

    private static RuntimeException noUser() {
        return CognitoErrors.userNotFound("User does not exist.");
    }

    /** Keeps a new sign-in, unless its user went or was disabled meanwhile. */
    synchronized void add(Session session, User seen) {
        still(seen).checkSignIn();
        long now = clock.instant().getEpochSecond();
        sessions.values().removeIf(old -> old.expiresAt() <= now);
        sessions.put(session.id(), session);
        save();
    }

    synchronized Optional<Session> session(Predicate<Session> wanted) {
        return sessions.values().stream().filter(wanted).findFirst();
    }

    /** Changes a sign-in as it is at this moment; whoever refuses throws. */
    synchronized Optional<Session> change(Predicate<Session> wanted, UnaryOperator<Session> change) {
        Optional<Session> changed = session(wanted).map(change);
        changed.ifPresent(session -> {
            sessions.put(session.id(), session);
            save();
        });
        return changed;
    }

    /** Ends all sign-ins of a user. */
    void signOut(User user) {
        revoke(session -> session.username().equals(user.username()));
    }

    synchronized void revoke(Predicate<Session> unwanted) {
        sessions.replaceAll((key, session) -> unwanted.test(session) ? session.revoke() : session);
        save();
    }

    private void save() {
        // The sign-ins of those who are gone are known until the restart, and written nowhere.
        file.save(() -> new PoolState(
                keys().withPrivateParts(),
                List.copyOf(users.values()),
                sessions.values().stream()
                        .filter(session -> users.containsKey(settings.keyOf(session.username())))
                        .toList()));
    }
}
