package dev.ringback.initiatecall;

import static dev.ringback.actionkit.ErrorCode.BANDWIDTH_FAILED;
import static dev.ringback.actionkit.ErrorCode.BANDWIDTH_NOT_CONFIGURED;
import static dev.ringback.actionkit.ErrorCode.BANDWIDTH_UNAVAILABLE;
import static dev.ringback.actionkit.ErrorCode.PUSH_UNAVAILABLE;
import static dev.ringback.actionkit.ErrorCode.TRY_AGAIN;

import dev.ringback.actionkit.ErrorCode;
import dev.ringback.actionkit.Result;
import dev.ringback.calling.ContendedException;
import dev.ringback.calling.Together;
import dev.ringback.calling.Together.Both;
import dev.ringback.calling.Together.Outcome;
import dev.ringback.calling.call.Call;
import dev.ringback.calling.call.CallEnding;
import dev.ringback.calling.call.CallState;
import dev.ringback.calling.call.CallStore;
import dev.ringback.calling.call.CallStore.NewCall;
import dev.ringback.calling.call.CallTimes;
import dev.ringback.calling.call.Change;
import dev.ringback.calling.call.Ringer.RingerException;
import dev.ringback.calling.call.Transition;
import dev.ringback.calling.device.Device;
import dev.ringback.calling.device.DeviceStore;
import dev.ringback.calling.media.Media;
import dev.ringback.calling.media.MediaProvider;
import dev.ringback.calling.media.MediaProvider.Created;
import dev.ringback.calling.media.MediaProvider.Refusal;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import java.util.Optional;

/**
 * Sets up a call whose devices are reserved, in three sequential steps: make the media; note it before anything else can go
 * wrong and join both parties; ring and keep the answer. A failure ends the call, and with it goes the media that was noted.
 */
final class SetUp {
    /** As the push function says it of somebody who has no device that can be rung. */
    private static final String NOT_REACHED = "no_device";

    private final CallStore calls;
    private final DeviceStore devices;
    private final MediaProvider mediaProvider;
    private final Ringing ringing;
    private final GivenAnswers given;
    private final CallEnding ending;
    private final CallTimes times;
    private final Clock clock;

    SetUp(
            CallStore calls,
            DeviceStore devices,
            MediaProvider mediaProvider,
            Ringing ringing,
            GivenAnswers given,
            CallEnding ending,
            CallTimes times,
            Clock clock) {
        this.calls = calls;
        this.devices = devices;
        this.mediaProvider = mediaProvider;
        this.ringing = ringing;
        this.given = given;
        this.ending = ending;
        this.times = times;
        this.clock = clock;
    }

    Result<InitiateCallAnswer> of(NewCall wanted) {
        Call call = wanted.call();
        try {
            return make(wanted);
        } catch (ContendedException e) {
            ending.fail(call, "contended");
            return Result.refuse(TRY_AGAIN, "The call could not be stored. Please try again.");
        } catch (RingerException e) {
            ending.fail(call, "push_not_started");
            return Result.refuse(PUSH_UNAVAILABLE, "The callee's phone could not be rung. Please try again.");
        } catch (RuntimeException e) {
            ending.fail(call, "set_up_failed");
            throw e;
        }
    }

    /** The second step. Whose the callee's device is nobody knows before: only now is it read. */
    private Result<InitiateCallAnswer> make(NewCall wanted) {
        Call call = wanted.call();
        Both<Created, Optional<Device>> both =
                Together.both(() -> mediaProvider.create(call.id()), () -> devices.find(call.calleeId()));
        return switch (both.first().orThrow()) {
            case Created.Refused(Refusal refusal) -> refused(call, refusal);
            case Created.Ready(Media media) -> noteAndJoin(wanted, media, both.second());
        };
    }

    /** The third step. */
    private Result<InitiateCallAnswer> noteAndJoin(NewCall wanted, Media media, Outcome<Optional<Device>> callee) {
        Call call = wanted.call();
        Both<Optional<Call>, Optional<Refusal>> both =
                Together.both(() -> note(call, media, callee.orThrow()), () -> mediaProvider.join(media));
        if (!both.first().succeeded()) {
            giveUp(call, "media_not_noted", media);
        } else if (both.first().value().isEmpty()) {
            giveUp(call, "callee_gone", media);
        }
        Optional<Call> noted = both.first().orThrow();
        Optional<Refusal> refusal = both.second().orThrow();
        if (noted.isEmpty() || noted.get().state().isFinal()) {
            return over(call);
        }
        return refusal.isPresent() ? refused(call, refusal.get()) : ring(wanted, noted.get(), media);
    }

    /** Nobody else knows of the media. A call that is over keeps it for release, for which a phone need not wait. */
    private void giveUp(Call call, String reason, Media media) {
        ending.fail(call, reason);
        if (!isKept(call, media)) {
            mediaProvider.release(media);
        }
    }

    private boolean isKept(Call call, Media media) {
        try {
            return calls.keepMedia(call.id(), media, clock.instant());
        } catch (RuntimeException e) {
            // The same database that could not note it.
            return false;
        }
    }

    /** Empty when the callee's device, or the call, is gone. */
    private Optional<Call> note(Call call, Media media, Optional<Device> callee) {
        Instant now = clock.instant();
        return callee.flatMap(device ->
                calls.recordMedia(call, device.owner(), media, now, times.ringingLease(now, call.ringUntil())));
    }

    /** The fourth step. */
    private Result<InitiateCallAnswer> ring(NewCall wanted, Call noted, Media media) {
        InitiateCallAnswer answer = InitiateCallAnswer.toCaller(noted, media);
        Both<Void, Void> both = Together.both(
                () -> {
                    ringUnlessBlocked(noted);
                    return null;
                },
                () -> {
                    given.keepIfPossible(wanted, answer);
                    return null;
                });
        both.first().orThrow();
        return Result.answer(answer);
    }

    /** Who is blocked gets what he gets of a phone that no push can reach. */
    private void ringUnlessBlocked(Call call) {
        if (call.parties().calleeOwner().isPresent()) {
            ringing.start(call);
        } else {
            Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
            ending.end(call, Transition.NOT_REACHED, Change.bySystem(NOT_REACHED, now));
        }
    }

    private Result<InitiateCallAnswer> over(Call call) {
        CallState state = calls.find(call.id()).map(Call::state).orElse(CallState.FAILED);
        return Result.refuse(ErrorCode.ofCallState(state), "The call was ended while it was being set up.");
    }

    private Result<InitiateCallAnswer> refused(Call call, Refusal refusal) {
        ending.fail(call, "media_" + refusal.kind().name().toLowerCase(Locale.ROOT));
        return switch (refusal.kind()) {
            case FAILED -> Result.refuse(BANDWIDTH_FAILED, "Bandwidth could not set up the call.");
            case UNAVAILABLE ->
                Result.refuse(BANDWIDTH_UNAVAILABLE, "Bandwidth does not answer at the moment. Please try again.");
            case NOT_CONFIGURED ->
                Result.refuse(BANDWIDTH_NOT_CONFIGURED, "The backend has no usable Bandwidth credentials yet.");
        };
    }
}
