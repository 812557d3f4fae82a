package dev.ringback.initiatecall;

import static dev.ringback.actionkit.ErrorCode.BAD_REQUEST;
import static dev.ringback.actionkit.ErrorCode.DEVICE_NOT_FOUND;
import static dev.ringback.actionkit.ErrorCode.TOO_MANY_CALLS;
import static dev.ringback.actionkit.ErrorCode.TRY_AGAIN;

import dev.ringback.actionkit.Action;
import dev.ringback.actionkit.Caller;
import dev.ringback.actionkit.Result;
import dev.ringback.calling.call.Call;
import dev.ringback.calling.call.CallEnding;
import dev.ringback.calling.call.CallLimits;
import dev.ringback.calling.call.CallRate;
import dev.ringback.calling.call.CallStore;
import dev.ringback.calling.call.CallStore.NewCall;
import dev.ringback.calling.call.CallStore.Reservation;
import dev.ringback.calling.call.CallTimes;
import dev.ringback.calling.call.Parties;
import dev.ringback.calling.call.RequestPin;
import dev.ringback.initiatecall.Repetition.Repeated;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.UUID;

/** Reserves both devices, which is the first of four sequential steps, and has the call set up; or answers what is there already. */
final class InitiateCall implements Action<InitiateCallRequest, InitiateCallAnswer> {
    /** With a media provider that hangs a set-up takes up to 7 s, and a phone waits no longer than 10 s. */
    private static final Duration LATEST_BEGINNING = Duration.ofMillis(2500);

    private final CallStore calls;
    private final Persons persons;
    private final SetUp setUp;
    private final Repetition repetition;
    private final TakenDevices taken;
    private final GivenAnswers given;
    private final RefusedAttempts refusals;
    private final CallEnding ending;
    private final CallTimes times;
    private final CallLimits limits;
    private final Clock clock;
    private final Outcomes outcomes;

    InitiateCall(
            CallStore calls,
            Persons persons,
            SetUp setUp,
            Repetition repetition,
            TakenDevices taken,
            GivenAnswers given,
            RefusedAttempts refusals,
            CallEnding ending,
            CallTimes times,
            CallLimits limits,
            Clock clock,
            Outcomes outcomes) {
        this.calls = calls;
        this.persons = persons;
        this.setUp = setUp;
        this.repetition = repetition;
        this.taken = taken;
        this.given = given;
        this.refusals = refusals;
        this.ending = ending;
        this.times = times;
        this.limits = limits;
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
        Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        Optional<RequestPin> pin =
                request.requestId().map(id -> RequestPin.of(caller.sub(), request.callerId(), id, now));
        CallRate rate = CallRate.of(caller.sub(), now, limits);
        NewCall call = new NewCall(newCall(caller, request, now), now.plus(times.kept()), pin, rate);
        Result<InitiateCallAnswer> result = begin(call);
        outcomes.report(call.call(), result);
        return result;
    }

    private Result<InitiateCallAnswer> begin(NewCall call) {
        Reservation reservation = reserve(call);
        if (!(reservation instanceof Reservation.CalleeNotFound)) {
            return answer(call, reservation);
        }
        return persons.calledBy(call)
                .map(found -> answer(found, reserve(found)))
                .orElseGet(() -> answer(call, reservation));
    }

    private Result<InitiateCallAnswer> answer(NewCall call, Reservation reservation) {
        return reservation instanceof Reservation.AlreadyMade made
                ? repeat(made, call)
                : setUpOrRefuse(call, reservation);
    }

    private Result<InitiateCallAnswer> repeat(Reservation.AlreadyMade made, NewCall call) {
        Repeated repeated = repetition.of(made, call);
        if (!(repeated instanceof Repeated.OtherCallee)) {
            return repeated(call, repeated);
        }
        return persons.calledBy(call)
                .map(found -> repeated(found, repetition.of(made, found)))
                .orElseGet(() -> repeated(call, repeated));
    }

    private Result<InitiateCallAnswer> repeated(NewCall call, Repeated repeated) {
        return switch (repeated) {
            case Repeated.Answer(var answer) -> answer;
            case Repeated.OtherCallee() ->
                Result.refuse(BAD_REQUEST, "Field \"requestId\" was used for a call of somebody else.");
            case Repeated.MayTryAgain(String failed) -> beginAgain(replacing(failed, call));
        };
    }

    private Result<InitiateCallAnswer> beginAgain(NewCall call) {
        return isInTime(call.call())
                ? setUpOrRefuse(call, reserve(call))
                : Result.refuse(TRY_AGAIN, "The same request has just failed. Please try again.");
    }

    private boolean isInTime(Call call) {
        return clock.instant().isBefore(call.timeline().startedAt().plus(LATEST_BEGINNING));
    }

    private Result<InitiateCallAnswer> setUpOrRefuse(NewCall wanted, Reservation reservation) {
        Call call = wanted.call();
        return switch (reservation) {
            case Reservation.Reserved() -> setUp.of(wanted);
            case Reservation.CallerNotFound() ->
                Result.refuse(DEVICE_NOT_FOUND, "Device callerId is unknown, or not yours.");
            case Reservation.TooMany() ->
                Result.refuse(TOO_MANY_CALLS, "You have made too many calls. Please wait a minute.");
            case Reservation.CalleeNotFound() ->
                refusals.counted(
                        wanted.rate(), Result.refuse(DEVICE_NOT_FOUND, "There is no device or person calleeId."));
            case Reservation.Taken devices ->
                refusals.counted(wanted.rate(), given.kept(wanted, taken.answer(call, devices)));
            // Of several repetitions another one was faster.
            case Reservation.AlreadyMade _ ->
                Result.refuse(TRY_AGAIN, "The same request is being made. Please try again.");
            case Reservation.Contended() -> {
                // A write whose answer got lost, and whose repeats were turned away, may have been done.
                ending.fail(call, "contended");
                yield Result.refuse(TRY_AGAIN, "Too many calls at once. Please try again.");
            }
        };
    }

    /** A write whose answer got lost may have been done. */
    private Reservation reserve(NewCall call) {
        try {
            return calls.reserve(call);
        } catch (RuntimeException e) {
            ending.fail(call.call(), "not_reserved");
            throw e;
        }
    }

    private static NewCall replacing(String failedCallId, NewCall call) {
        return new NewCall(
                call.call(), call.keepUntil(), call.pin().map(pin -> pin.instead(failedCallId)), call.rate());
    }

    private Call newCall(Caller caller, InitiateCallRequest request, Instant now) {
        return Call.begin(
                        UUID.randomUUID().toString(),
                        new Parties(request.callerId(), caller.sub(), request.calleeId()),
                        now,
                        now.plus(times.ring()),
                        now.plus(times.setUpLease()))
                .tracedAs(outcomes.telemetry().traceId());
    }
}
