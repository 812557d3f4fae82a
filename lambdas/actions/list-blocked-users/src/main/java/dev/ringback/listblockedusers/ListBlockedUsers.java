package dev.ringback.listblockedusers;

import dev.ringback.actionkit.Action;
import dev.ringback.actionkit.Caller;
import dev.ringback.actionkit.Result;
import dev.ringback.calling.block.BlockStore;
import dev.ringback.listblockedusers.ListBlockedUsersAnswer.Item;

/** Shows a user whom he has blocked. */
final class ListBlockedUsers implements Action<ListBlockedUsersRequest, ListBlockedUsersAnswer> {
    private final BlockStore blocks;

    ListBlockedUsers(BlockStore blocks) {
        this.blocks = blocks;
    }

    @Override
    public String name() {
        return "listBlockedUsers";
    }

    @Override
    public Class<ListBlockedUsersRequest> requestType() {
        return ListBlockedUsersRequest.class;
    }

    @Override
    public Result<ListBlockedUsersAnswer> handle(Caller caller, ListBlockedUsersRequest request) {
        return Result.answer(new ListBlockedUsersAnswer(
                blocks.list(caller.sub()).stream().map(Item::of).toList()));
    }
}
