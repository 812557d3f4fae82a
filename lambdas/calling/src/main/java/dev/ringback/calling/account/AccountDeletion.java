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
    /** By then the indexes know all that was written before. */
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
            // A device that has just been removed may have called until then.
            waitForIndexes(tally.isEmpty() ? gone : clock.instant());
            all = removeData(owner, tally);
        }
        boolean user = all && removeUser(owner, username);
        return tally.removed(all, user);
    }

    private boolean removeData(String owner, Tally tally) {
        tally.blocks += parts.blocks().clear(owner);
        return removeDevices(owner, tally) && removeCalls(owner, tally) && removePeople(owner, tally);
    }

    /** @param last when something of the account may have been written at the latest */
    private void waitForIndexes(Instant last) throws InterruptedException {
        Duration left = Duration.between(clock.instant(), last.plus(INDEX_LAG));
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
                for (Call call : page.calls()) {
                    if (isLate(tally) || !removeCall(call, owner)) {
                        return false;
                    }
                    tally.calls++;
                }
                after = page.next();
            } while (after.isPresent());
        }
        return true;
    }

    /** False if it lives, and could not be ended. */
    private boolean removeCall(Call call, String owner) {
        if (parts.owned().erase(call, owner)) {
            return true;
        }
        parts.ending().fail(call, "account_deleted");
        return parts.calls()
                .find(call.id())
                .map(ended -> parts.owned().erase(ended, owner))
                .orElse(true);
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

        boolean isEmpty() {
            return devices + calls + people + blocks == 0;
        }

        Removed removed(boolean done, boolean user) {
            return new Removed(done, devices, calls, people, blocks, user);
        }
    }
}
