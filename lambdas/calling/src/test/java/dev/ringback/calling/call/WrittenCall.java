package dev.ringback.calling.call;

import dev.ringback.calling.call.CallStore.Answer;
import dev.ringback.calling.media.Media;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** What the writes of a store make of a call. */
final class WrittenCall {
    private static final Duration RELEASE_LEASE = Duration.ofSeconds(30);

    private WrittenCall() {}

    /** One that is still being set up rings from now on. */
    static Call withMedia(
            Call call, Optional<String> calleeOwner, Media media, Optional<Instant> at, Instant leaseUntil) {
        boolean rings = call.state() == CallState.RINGING && !call.isSetUp();
        Parties parties = call.parties();
        return new Call(
                call.id(),
                call.state(),
                rings
                        ? new Parties(
                                parties.callerId(),
                                parties.callerOwner(),
                                parties.calleeId(),
                                calleeOwner,
                                Optional.empty())
                        : parties,
                call.timeline(),
                Optional.of(call.state().isFinal() ? media.withoutTokens() : media),
                call.change(),
                rings ? 1 : call.version(),
                rings ? Optional.of(leaseUntil) : call.leaseUntil().or(() -> Optional.of(leaseUntil)),
                rings ? new Noted(at, call.noted().entries(), call.noted().traceId()) : call.noted());
    }

    static Call answered(Call call, Answer answer) {
        return new Call(
                call.id(),
                CallState.ANSWERED,
                call.parties().answered(answer.clientId()),
                call.timeline().answered(answer.at()),
                call.media(),
                new Change(answer.clientId(), Optional.empty(), answer.at()),
                call.version() + 1,
                Optional.of(answer.leaseUntil()),
                call.noted());
    }

    static Call ended(Call call, Transition transition, Change change) {
        return new Call(
                call.id(),
                transition.to(),
                call.parties(),
                call.timeline().ending(change.at()),
                call.media().map(Media::withoutTokens),
                change,
                call.version() + 1,
                Optional.of(change.at().plus(RELEASE_LEASE)),
                call.noted());
    }

    static Call leased(Call call, Optional<Instant> until) {
        return new Call(
                call.id(),
                call.state(),
                call.parties(),
                call.timeline(),
                call.media(),
                call.change(),
                call.version(),
                until,
                call.noted());
    }

    static Call noted(Call call, List<CallTimeline.Entry> more) {
        Noted noted = call.noted();
        List<CallTimeline.Entry> entries =
                Stream.concat(noted.entries().stream(), more.stream()).toList();
        return new Call(
                call.id(),
                call.state(),
                call.parties(),
                call.timeline(),
                call.media(),
                call.change(),
                call.version(),
                call.leaseUntil(),
                new Noted(noted.mediaAt(), entries, noted.traceId()));
    }
}
