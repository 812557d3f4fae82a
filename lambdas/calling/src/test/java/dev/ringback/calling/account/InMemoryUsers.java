package dev.ringback.calling.account;

import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** Users in a map. */
public final class InMemoryUsers implements Users {
    private final Map<String, AccountUser> byName = new HashMap<>();

    public void add(String username, String sub) {
        byName.put(
                username,
                new AccountUser(
                        username,
                        Map.of("sub", sub, "email", username + "@example.com"),
                        "CONFIRMED",
                        Instant.parse("2026-03-01T12:00:00Z")));
    }

    @Override
    public Optional<AccountUser> find(String username) {
        return Optional.ofNullable(byName.get(username));
    }

    @Override
    public void delete(String username) {
        byName.remove(username);
    }
}
