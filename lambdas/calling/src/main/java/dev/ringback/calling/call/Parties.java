package dev.ringback.calling.call;

import java.util.Optional;

/**
 * The devices of a call and whose they are. An id never changes its owner, so these answer who may act on the call.
 *
 * @param calleeId the device that was dialed; all of its owner's ring
 * @param calleeOwner unknown until the callee's device has been read
 * @param answeredBy the callee's device that talks; empty until the answer
 */
public record Parties(
        String callerId,
        String callerOwner,
        String calleeId,
        Optional<String> calleeOwner,
        Optional<String> answeredBy) {
    /** Of a call that is about to be set up. */
    public Parties(String callerId, String callerOwner, String calleeId) {
        this(callerId, callerOwner, calleeId, Optional.empty(), Optional.empty());
    }

    /**
     * As what this user takes part in the call with this device; empty for everybody else. Before the answer every device of
     * the callee's user does: one other than the dialed {@link #names} nowhere, so that it is a device of his has to be known
     * before anything is done in its name.
     */
    public Optional<Actor> actor(String clientId, String owner) {
        if (!concerns(clientId, owner)) {
            return Optional.empty();
        }
        return isCaller(clientId) ? Optional.of(Actor.CALLER) : callee(clientId);
    }

    /** True for the caller's device, and for every one of the callee's user, also when another of them has answered. */
    public boolean concerns(String clientId, String owner) {
        return isCaller(clientId)
                ? owner.equals(callerOwner)
                : calleeOwner.filter(owner::equals).isPresent();
    }

    /** True if the call itself says whose device this is. */
    public boolean names(String clientId) {
        return isCaller(clientId)
                || clientId.equals(calleeId)
                || answeredBy.filter(clientId::equals).isPresent();
    }

    /** Whether this device, which was found to take part, still does. */
    boolean stillHas(String clientId) {
        return isCaller(clientId) || callee(clientId).isPresent();
    }

    boolean isCaller(String clientId) {
        return clientId.equals(callerId);
    }

    /** The one device of the callee's that the call keeps from other calls. */
    public String heldCallee() {
        return answeredBy.orElse(calleeId);
    }

    /** True for the same two devices, called the other way round. */
    public boolean isReverseOf(Parties other) {
        return callerId.equals(other.calleeId) && heldCallee().equals(other.callerId);
    }

    Parties of(String owner) {
        return new Parties(callerId, callerOwner, calleeId, Optional.of(owner), answeredBy);
    }

    Parties answered(String clientId) {
        return new Parties(callerId, callerOwner, calleeId, calleeOwner, Optional.of(clientId));
    }

    private Optional<Actor> callee(String clientId) {
        return answeredBy.isEmpty() || answeredBy.get().equals(clientId) ? Optional.of(Actor.CALLEE) : Optional.empty();
    }
}
