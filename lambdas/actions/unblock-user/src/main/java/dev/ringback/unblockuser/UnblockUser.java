package dev.ringback.unblockuser;

import dev.ringback.actionkit.Action;
import dev.ringback.actionkit.Caller;
import dev.ringback.actionkit.Result;
import dev.ringback.calling.block.BlockStore;
import dev.ringback.calling.person.UserIds;

/** Lets somebody ring the caller again. */
final class UnblockUser implements Action<UnblockUserRequest, UnblockUserAnswer> {
    private final UserIds users;
    private final BlockStore blocks;

    UnblockUser(UserIds users, BlockStore blocks) {
        this.users = users;
        this.blocks = blocks;
    }

    @Override
    public String name() {
        return "unblockUser";
    }

    @Override
    public Class<UnblockUserRequest> requestType() {
        return UnblockUserRequest.class;
    }

    /** By the id of the list first, which works also when whoever had it is gone. */
    @Override
    public Result<UnblockUserAnswer> handle(Caller caller, UnblockUserRequest request) {
        if (!blocks.unblockById(caller.sub(), request.blockedId())) {
            users.userOf(request.blockedId()).ifPresent(user -> blocks.unblock(caller.sub(), user));
        }
        return Result.answer(new UnblockUserAnswer("success"));
    }
}
