package dev.ringback.calling.call;

import dev.ringback.calling.account.OwnedCalls;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** Which of the calls in a map are a user's. A test that needs a fault overrides the method that is to fail. */
public class InMemoryOwnedCalls implements OwnedCalls {
    private final InMemoryCallStore calls;

    public InMemoryOwnedCalls(InMemoryCallStore calls) {
        this.calls = calls;
    }

    @Override
    public Page of(String owner, Side side, Optional<String> after, int limit) {
        List<Call> page = calls.all().stream()
                .filter(call -> side.of(call).equals(Optional.of(owner)))
                .filter(call -> after.isEmpty() || position(call).compareTo(after.get()) > 0)
                .sorted(Comparator.comparing(InMemoryOwnedCalls::position))
                .limit(limit)
                .toList();
        return new Page(page, page.size() < limit ? Optional.empty() : Optional.of(position(page.getLast())));
    }

    private static String position(Call call) {
        return CallHistory.position(call.timeline().startedAt(), call.id());
    }

    @Override
    public boolean erase(Call call, String owner) {
        if (!call.state().isFinal()) {
            return false;
        }
        calls.put(without(owner, call));
        return true;
    }

    private static Call without(String owner, Call call) {
        Parties parties = call.parties();
        boolean caller = parties.callerOwner().equals(owner);
        boolean callee = parties.calleeOwner().equals(Optional.of(owner));
        Change change = call.change();
        boolean his = !change.by().equals(Change.SYSTEM) && (parties.isCaller(change.by()) ? caller : callee);
        return new Call(
                call.id(),
                call.state(),
                new Parties(
                        caller ? NOBODY : parties.callerId(),
                        caller ? NOBODY : parties.callerOwner(),
                        callee ? NOBODY : parties.calleeId(),
                        callee ? Optional.empty() : parties.calleeOwner(),
                        callee ? parties.answeredBy().map(_ -> NOBODY) : parties.answeredBy()),
                call.timeline(),
                call.media(),
                new Change(
                        his ? NOBODY : change.by(),
                        callee && call.state() == CallState.DECLINED ? Optional.empty() : change.reason(),
                        change.at()),
                call.version(),
                call.leaseUntil(),
                new Noted(call.noted().mediaAt(), List.of(), call.noted().traceId()));
    }
}
