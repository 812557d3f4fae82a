package dev.ringback.initiatecall;

import static dev.ringback.actionkit.ErrorCode.BANDWIDTH_FAILED;
import static dev.ringback.actionkit.ErrorCode.BANDWIDTH_NOT_CONFIGURED;
import static dev.ringback.actionkit.ErrorCode.BANDWIDTH_UNAVAILABLE;
import static dev.ringback.actionkit.ErrorCode.BUSY;
import static dev.ringback.actionkit.ErrorCode.CALL_ENDED;
import static dev.ringback.actionkit.ErrorCode.DEVICE_NOT_FOUND;
import static dev.ringback.actionkit.ErrorCode.PUSH_UNAVAILABLE;
import static dev.ringback.actionkit.ErrorCode.TRY_AGAIN;

import dev.ringback.actionkit.Action;
import dev.ringback.actionkit.Caller;
import dev.ringback.actionkit.ErrorCode;
import dev.ringback.actionkit.Result;
import dev.ringback.calling.ContendedException;
import dev.ringback.calling.Together;
import dev.ringback.calling.Together.Outcome;
import dev.ringback.calling.call.Call;
import dev.ringback.calling.call.CallEnding;
import dev.ringback.calling.call.CallState;
import dev.ringback.calling.call.CallStore;
import dev.ringback.calling.call.CallStore.Reservation;
import dev.ringback.calling.call.CallTimes;
import dev.ringback.calling.call.Ringer;
import dev.ringback.calling.call.Ringer.RingerException;
import dev.ringback.calling.media.Media;
import dev.ringback.calling.media.MediaProvider;
import dev.ringback.calling.media.MediaProvider.Opened;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;

/**
 * Sets a call up and rings the callee, in four sequential steps: reserve both devices; make the media session with both
 * parties and join them to it, which are two steps of the provider's; then store the media and ring, at the same time.
 */
final class InitiateCall implements Action<InitiateCallRequest, InitiateCallAnswer> {
    private final CallStore calls;
    private final MediaProvider mediaProvider;
    private final Ringer ringer;
    private final CallEnding ending;
    private final CallTimes times;
    private final Clock clock;
    private final Outcomes outcomes;

    InitiateCall(
            CallStore calls,
            MediaProvider mediaProvider,
            Ringer ringer,
            CallEnding ending,
            CallTimes times,
            Clock clock,
            Outcomes outcomes) {
        this.calls = calls;
        this.mediaProvider = mediaProvider;
        this.ringer = ringer;
        this.ending = ending;
        this.times = times;
        this.clock = clock;
        this.outcomes = outcomes;
    }

    @Override
    public String name() {
        return "initiateCall";
    }

    @Override
    public Class<InitiateCallRequest> requestType() {
        return InitiateCallRequest.class;
    }

    @Override
    public Result<InitiateCallAnswer> handle(Caller caller, InitiateCallRequest request) {
        Call call = newCall(caller, request);
        Result<InitiateCallAnswer> result = reserve(call);
        outcomes.report(call, result);
        return result;
    }

    /** Step 1. */
    private Result<InitiateCallAnswer> reserve(Call call) {
        return switch (undoingOnFailure(call, () -> calls.reserve(call, call.startedAt()))) {
            case Reservation.Reserved() -> openMedia(call);
            case Reservation.CallerNotFound() ->
                Result.refuse(DEVICE_NOT_FOUND, "Device callerId is unknown, or not yours.");
            case Reservation.CalleeNotFound() -> Result.refuse(DEVICE_NOT_FOUND, "Device calleeId is unknown.");
            case Reservation.CallerBusy() -> Result.refuse(BUSY, "The caller is in another call.");
            case Reservation.CalleeBusy() -> Result.refuse(BUSY, "The callee is in another call.");
            // A write whose answer got lost, and whose repeats were turned away, may have been done.
            case Reservation.Contended() -> undo(call, TRY_AGAIN, "Too many calls at once. Please try again.");
        };
    }

    /** Steps 2 and 3. */
    private Result<InitiateCallAnswer> openMedia(Call call) {
        return switch (undoingOnFailure(call, () -> mediaProvider.open(call.id()))) {
            case Opened.Ready(Media media) -> attachAndRing(call, media);
            case Opened.Failed _ -> undo(call, BANDWIDTH_FAILED, "Bandwidth could not set up the call.");
            case Opened.Unavailable _ ->
                undo(call, BANDWIDTH_UNAVAILABLE, "Bandwidth does not answer at the moment. Please try again.");
            case Opened.NotConfigured _ ->
                undo(call, BANDWIDTH_NOT_CONFIGURED, "The backend has no usable Bandwidth credentials yet.");
        };
    }

    /** Step 4. */
    private Result<InitiateCallAnswer> attachAndRing(Call call, Media media) {
        Instant leaseUntil = now().plus(times.callLease());
        List<Outcome<Boolean>> both =
                Together.run(List.of(() -> calls.attachMedia(call, media, leaseUntil), () -> ring(call)));
        if (both.stream().allMatch(outcome -> Boolean.TRUE.equals(outcome.value()))) {
            return Result.answer(new InitiateCallAnswer(media.caller().token(), call.id(), call.ringUntil()));
        }
        ending.fail(call, Optional.of(media));
        return refusal(both.get(0), both.get(1));
    }

    private boolean ring(Call call) {
        ringer.ring(call.id());
        return true;
    }

    private static Result<InitiateCallAnswer> refusal(Outcome<Boolean> attached, Outcome<Boolean> rung) {
        if (attached.failure() instanceof ContendedException) {
            return Result.refuse(TRY_AGAIN, "The call could not be stored. Please try again.");
        }
        if (!attached.orThrow()) {
            return Result.refuse(CALL_ENDED, "The call was ended while it was being set up.");
        }
        if (rung.failure() instanceof RingerException) {
            return Result.refuse(PUSH_UNAVAILABLE, "The callee's phone could not be rung. Please try again.");
        }
        rung.orThrow();
        throw new IllegalStateException("nothing failed");
    }

    private Result<InitiateCallAnswer> undo(Call call, ErrorCode code, String message) {
        ending.fail(call, Optional.empty());
        return Result.refuse(code, message);
    }

    /** A write whose answer got lost may have been done. */
    private <T> T undoingOnFailure(Call call, Supplier<T> step) {
        try {
            return step.get();
        } catch (RuntimeException e) {
            ending.fail(call, Optional.empty());
            throw e;
        }
    }

    private Call newCall(Caller caller, InitiateCallRequest request) {
        Instant now = now();
        return new Call(
                UUID.randomUUID().toString(),
                CallState.RINGING,
                request.callerId(),
                request.calleeId(),
                caller.sub(),
                Optional.empty(),
                now,
                now.plus(times.ring()),
                now.plus(times.setUpLease()));
    }

    /** As precise as it is stored. */
    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MILLIS);
    }
}
