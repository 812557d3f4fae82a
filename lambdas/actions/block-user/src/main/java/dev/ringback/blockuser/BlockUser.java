package dev.ringback.blockuser;

import static dev.ringback.actionkit.ErrorCode.BAD_REQUEST;
import static dev.ringback.actionkit.ErrorCode.CALL_NOT_FOUND;
import static dev.ringback.actionkit.ErrorCode.TOO_MANY_BLOCKED;
import static dev.ringback.actionkit.ErrorCode.USER_NOT_FOUND;

import dev.ringback.actionkit.Action;
import dev.ringback.actionkit.Caller;
import dev.ringback.actionkit.Result;
import dev.ringback.calling.block.BlockStore;
import dev.ringback.calling.block.BlockStore.Blocked;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.Optional;

/** Keeps somebody from ringing the caller. */
final class BlockUser implements Action<BlockUserRequest, BlockUserAnswer> {
    private final Culprits culprits;
    private final BlockStore blocks;
    private final Clock clock;

    BlockUser(Culprits culprits, BlockStore blocks, Clock clock) {
        this.culprits = culprits;
        this.blocks = blocks;
        this.clock = clock;
    }

    @Override
    public String name() {
        return "blockUser";
    }

    @Override
    public Class<BlockUserRequest> requestType() {
        return BlockUserRequest.class;
    }

    @Override
    public Result<BlockUserAnswer> handle(Caller caller, BlockUserRequest request) {
        return request.callId().isPresent()
                ? block(caller, culprits.ofCall(request.callId().get(), caller.sub()), noCall())
                : block(caller, request.blockedId().flatMap(culprits::withId), noUser());
    }

    private Result<BlockUserAnswer> block(Caller caller, Optional<Culprit> culprit, Result<BlockUserAnswer> notFound) {
        return culprit.map(found -> block(caller.sub(), found)).orElse(notFound);
    }

    private Result<BlockUserAnswer> block(String owner, Culprit culprit) {
        if (culprit.owner().equals(owner)) {
            return Result.refuse(BAD_REQUEST, "You cannot block yourself.");
        }
        Blocked blocked = new Blocked(culprit.id(), clock.instant().truncatedTo(ChronoUnit.MILLIS));
        return switch (blocks.block(owner, culprit.owner(), blocked)) {
            case BLOCKED, WAS_BLOCKED -> Result.answer(new BlockUserAnswer("success", culprit.id()));
            case TOO_MANY ->
                Result.refuse(TOO_MANY_BLOCKED, "You have blocked " + BlockStore.MOST + " users, which is the most.");
        };
    }

    private static Result<BlockUserAnswer> noCall() {
        return Result.refuse(CALL_NOT_FOUND, "There is no call callId of yours with somebody else.");
    }

    private static Result<BlockUserAnswer> noUser() {
        return Result.refuse(USER_NOT_FOUND, "There is no device or person blockedId.");
    }
}
