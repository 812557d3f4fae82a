package dev.ringback.calling.account;

import dev.ringback.calling.Pause;
import dev.ringback.calling.account.OwnedCalls.Side;
import dev.ringback.calling.block.BlockStore;
import dev.ringback.calling.call.Call;
import dev.ringback.calling.call.CallEnding;
import dev.ringback.calling.call.CallStore;
import dev.ringback.calling.device.Device;
import dev.ringback.calling.device.DeviceStore;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * Deletes an account and all that is kept of it. Each step may be repeated, and the user himself goes last: until then his token
 * gets him back to whatever a crash, or too much to do at once, has left.
 */
public final class AccountDeletion {
    /** What a request does before it asks to be sent again; a function has fifteen seconds at least. */
    private static final Duration BUDGET = Duration.ofSeconds(5);
    /** Until then the indexes know all that was written before the account was going. */
    private static final Duration INDEX_LAG = Duration.ofSeconds(3);

    private static final int PAGE = 50;
    private static final int ATTEMPTS = 3;

    private final Parts parts;
    private final Clock clock;
    private final Pause pause;

    public AccountDeletion(Parts parts, Clock clock, Pause pause) {
        this.parts = parts;
        this.clock = clock;
        this.pause = pause;
    }

    /** What an account is in. */
    public record Parts(
            GoneAccounts gone,
            DeviceStore devices,
            CallStore calls,
            CallEnding ending,
            OwnedCalls owned,
            BlockStore blocks,
            OwnedPeople people,
            PeopleErasure erasure,
            Users users) {}

    /**
     * What was removed by one request.
     *
     * @param done whether nothing is left; if not, the request is to be sent again
     */
    public record Removed(boolean done, int devices, int calls, int people, int blocks, boolean user) {}

    /** @param owner the {@code sub} of the token, as the username is */
    public Removed delete(String owner, String username) throws InterruptedException {
        Instant begun = clock.instant();
        Instant gone = parts.gone().bury(owner, begun);
        Tally tally = new Tally(begun.plus(BUDGET));
        boolean all = removeData(owner, tally);
        if (all) {
            waitForIndexes(gone);
            all = removeData(owner, tally);
        }
        boolean user = all && removeUser(owner, username);
        return tally.removed(all, user);
    }

    private boolean removeData(String owner, Tally tally) {
        tally.blocks += parts.blocks().clear(owner);
        return removeDevices(owner, tally) && removeCalls(owner, tally) && removePeople(owner, tally);
    }

    private void waitForIndexes(Instant gone) throws InterruptedException {
        Duration left = Duration.between(clock.instant(), gone.plus(INDEX_LAG));
        if (left.isPositive()) {
            pause.of(left);
        }
    }

    private boolean removeDevices(String owner, Tally tally) {
        for (Device device : parts.devices().allOf(owner)) {
            if (isLate(tally) || !removeDevice(device)) {
                return false;
            }
            tally.devices++;
        }
        return parts.devices().allOf(owner).isEmpty();
    }

    /** False if it was in another call each time that one was ended. */
    private boolean removeDevice(Device seen) {
        Optional<Device> device = Optional.of(seen);
        for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
            device.flatMap(Device::callId).ifPresent(callId -> parts.ending().leave(callId, seen.id()));
            if (parts.devices().delete(seen)) {
                return true;
            }
            device = parts.devices().find(seen.id());
        }
        return false;
    }

    private boolean removeCalls(String owner, Tally tally) {
        for (Side side : Side.values()) {
            Optional<String> after = Optional.empty();
            do {
                OwnedCalls.Page page = parts.owned().of(owner, side, after, PAGE);
                for (String callId : page.callIds()) {
                    if (isLate(tally)) {
                        return false;
                    }
                    parts.calls().find(callId).ifPresent(call -> removeCall(call, owner, tally));
                }
                after = page.next();
            } while (after.isPresent());
        }
        return true;
    }

    private void removeCall(Call call, String owner, Tally tally) {
        if (!concerns(call, owner)) {
            return;
        }
        if (!parts.owned().erase(call, owner)) {
            parts.ending().fail(call, "account_deleted");
            parts.calls().find(call.id()).ifPresent(ended -> parts.owned().erase(ended, owner));
        }
        tally.calls++;
    }

    /** The index may be behind. */
    private static boolean concerns(Call call, String owner) {
        return call.parties().callerOwner().equals(owner)
                || call.parties().calleeOwner().filter(owner::equals).isPresent();
    }

    private boolean removePeople(String owner, Tally tally) {
        for (OwnedPerson person : parts.people().of(owner)) {
            if (isLate(tally)) {
                return false;
            }
            parts.erasure().bury(person, owner, clock.instant());
            tally.people++;
        }
        parts.erasure().forgetChanges(owner);
        return parts.people().of(owner).isEmpty();
    }

    /** The username may be somebody else's by now. */
    private boolean removeUser(String owner, String username) {
        Optional<AccountUser> user =
                parts.users().find(username).filter(found -> found.sub().equals(owner));
        user.ifPresent(found -> parts.users().delete(found.username()));
        return user.isPresent();
    }

    private boolean isLate(Tally tally) {
        return clock.instant().isAfter(tally.end);
    }

    private static final class Tally {
        private final Instant end;
        private int devices;
        private int calls;
        private int people;
        private int blocks;

        Tally(Instant end) {
            this.end = end;
        }

        Removed removed(boolean done, boolean user) {
            return new Removed(done, devices, calls, people, blocks, user);
        }
    }
}
