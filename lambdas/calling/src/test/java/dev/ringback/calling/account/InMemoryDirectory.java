package dev.ringback.calling.account;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** People by whom they belong to, and what is kept of their former states. */
public final class InMemoryDirectory implements OwnedPeople, PeopleErasure {
    private final List<OwnedPerson> people = new ArrayList<>();
    public final Set<String> ownersOfChanges = new HashSet<>();
    public final List<String> buried = new ArrayList<>();

    public void add(String id, String owner) {
        people.add(new OwnedPerson(id, Map.of("owner", owner, "firstName", "Ada", "_version", "1")));
        ownersOfChanges.add(owner);
    }

    @Override
    public synchronized List<OwnedPerson> of(String owner) {
        return people.stream()
                .filter(person -> person.fields().get("owner").equals(owner))
                .toList();
    }

    @Override
    public synchronized void bury(OwnedPerson person, String owner, Instant now) {
        people.remove(person);
        buried.add(person.id());
    }

    @Override
    public synchronized void forgetChanges(String owner) {
        ownersOfChanges.remove(owner);
    }
}
