package dev.ringback.calling.call;

import java.util.Optional;

/**
 * The two devices of a call and whose they are. An id never changes its owner, so these answer who may act on the call.
 *
 * @param calleeOwner unknown until the callee's device has been read
 */
public record Parties(String callerId, String callerOwner, String calleeId, Optional<String> calleeOwner) {
    /** As what this user takes part in the call with this device; empty for everybody else. */
    public Optional<Actor> actor(String clientId, String owner) {
        if (clientId.equals(callerId) && owner.equals(callerOwner)) {
            return Optional.of(Actor.CALLER);
        }
        return clientId.equals(calleeId) && calleeOwner.filter(owner::equals).isPresent()
                ? Optional.of(Actor.CALLEE)
                : Optional.empty();
    }

    /** True for the same two devices, called the other way round. */
    public boolean isReverseOf(Parties other) {
        return callerId.equals(other.calleeId) && calleeId.equals(other.callerId);
    }
}
