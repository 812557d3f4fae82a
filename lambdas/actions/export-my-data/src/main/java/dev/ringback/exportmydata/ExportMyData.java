package dev.ringback.exportmydata;

import dev.ringback.actionkit.Action;
import dev.ringback.actionkit.Caller;
import dev.ringback.actionkit.Result;
import dev.ringback.calling.account.AccountUser;
import dev.ringback.calling.account.OwnedCalls;
import dev.ringback.calling.account.OwnedPeople;
import dev.ringback.calling.account.Users;
import dev.ringback.calling.block.BlockStore;
import dev.ringback.calling.call.CallView;
import dev.ringback.calling.device.DeviceStore;
import dev.ringback.exportmydata.ExportMyDataAnswer.Blocked;
import dev.ringback.exportmydata.ExportMyDataAnswer.ExportedDevice;
import dev.ringback.exportmydata.ExportMyDataAnswer.Person;
import dev.ringback.exportmydata.ExportMyDataAnswer.User;
import java.util.List;
import java.util.Optional;

/** Tells a user all that is kept of him. */
final class ExportMyData implements Action<ExportMyDataRequest, ExportMyDataAnswer> {
    /** Far below what an answer may have. */
    private static final int PAGE = 200;

    private final Parts parts;

    ExportMyData(Parts parts) {
        this.parts = parts;
    }

    /** Where it is kept. */
    record Parts(Users users, OwnedPeople people, DeviceStore devices, BlockStore blocks, OwnedCalls owned) {}

    @Override
    public String name() {
        return "exportMyData";
    }

    @Override
    public Class<ExportMyDataRequest> requestType() {
        return ExportMyDataRequest.class;
    }

    @Override
    public Result<ExportMyDataAnswer> handle(Caller caller, ExportMyDataRequest request) {
        Place place = request.place();
        OwnedCalls.Page page = parts.owned().of(caller.sub(), place.side(), place.after(), PAGE);
        List<CallView> calls = page.calls().stream().map(CallView::of).toList();
        Optional<String> next = place.next(page.next()).map(Place::token);
        return Result.answer(
                place.isFirst()
                        ? first(caller, calls, next)
                        : new ExportMyDataAnswer(
                                Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), calls, next));
    }

    private ExportMyDataAnswer first(Caller caller, List<CallView> calls, Optional<String> next) {
        String owner = caller.sub();
        // The username may be somebody else's by now.
        Optional<AccountUser> user = parts.users()
                .find(caller.username())
                .filter(found -> found.sub().equals(owner));
        return new ExportMyDataAnswer(
                user.map(User::of),
                Optional.of(parts.people().of(owner).stream().map(Person::of).toList()),
                Optional.of(parts.devices().allOf(owner).stream()
                        .map(ExportedDevice::of)
                        .toList()),
                Optional.of(parts.blocks().list(owner).stream().map(Blocked::of).toList()),
                calls,
                next);
    }
}
