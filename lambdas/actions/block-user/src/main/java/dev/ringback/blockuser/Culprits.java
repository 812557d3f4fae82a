package dev.ringback.blockuser;

import dev.ringback.calling.call.Call;
import dev.ringback.calling.call.CallStore;
import dev.ringback.calling.call.Parties;
import dev.ringback.calling.person.UserIds;
import java.util.Optional;

/** Finds whom a request means. */
record Culprits(UserIds users, CallStore calls) {
    Optional<Culprit> withId(String id) {
        return users.userOf(id).map(owner -> new Culprit(owner, id));
    }

    /** The other party of a call; empty if it is none of this user's. */
    Optional<Culprit> ofCall(String callId, String owner) {
        return calls.find(callId).map(Call::parties).flatMap(parties -> other(parties, owner));
    }

    private Optional<Culprit> other(Parties parties, String owner) {
        if (parties.calleeOwner().filter(owner::equals).isPresent()) {
            return Optional.of(new Culprit(parties.callerOwner(), parties.callerId()));
        }
        return parties.callerOwner().equals(owner) ? called(parties) : Optional.empty();
    }

    /** A call that was kept from its callee does not say whose it would have been, which its caller must not notice. */
    private Optional<Culprit> called(Parties parties) {
        return parties.calleeOwner()
                .or(() -> users.userOf(parties.calleeId()))
                .map(callee -> new Culprit(callee, parties.calleeId()));
    }
}
