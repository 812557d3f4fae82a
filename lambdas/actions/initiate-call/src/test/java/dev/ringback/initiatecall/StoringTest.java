package dev.ringback.initiatecall;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.ringback.actionkit.ErrorCode;
import dev.ringback.calling.ContendedException;
import dev.ringback.calling.InMemoryBackend;
import dev.ringback.calling.LoadedActions;
import dev.ringback.calling.call.Call;
import dev.ringback.calling.call.CallState;
import dev.ringback.calling.call.InMemoryCallStore;
import dev.ringback.calling.device.InMemoryDeviceStore;
import dev.ringback.calling.media.Media;
import dev.ringback.calling.media.MediaProvider.Refusal.Kind;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

/** What becomes of a call when the database fails at each of its two writes. */
class StoringTest {
    @Test
    void asksToTryAgainAndUndoesWhatMayHaveBeenWrittenWhenTheDevicesAreContended() {
        Backend backend = new Backend(devices -> new FailingStore(devices) {
            @Override
            public Reservation reserve(NewCall call) {
                super.reserve(call);
                return new Reservation.Contended();
            }
        });

        assertThat(backend.refusal()).isEqualTo(ErrorCode.TRY_AGAIN);
        backend.assertNothingLeft();
    }

    @Test
    void undoesAReservationWhoseAnswerGotLost() {
        Backend backend = new Backend(devices -> new FailingStore(devices) {
            @Override
            public Reservation reserve(NewCall call) {
                return thenThrow(() -> super.reserve(call), new IllegalStateException("time-out"));
            }
        });

        assertThatThrownBy(backend::refusal).hasMessage("time-out");
        backend.assertNothingLeft();
    }

    @Test
    void asksToTryAgainWhenTheMediaCannotBeNoted() {
        Backend backend = new Backend(devices -> new FailingStore(devices) {
            @Override
            public Optional<Call> recordMedia(
                    Call begun, String calleeOwner, Media media, Instant at, Instant leaseUntil) {
                throw new ContendedException("others", null);
            }
        });

        assertThat(backend.refusal()).isEqualTo(ErrorCode.TRY_AGAIN);
        backend.assertNothingLeft();
    }

    @Test
    void undoesMediaWhoseNotingGotNoAnswer() {
        Backend backend = new Backend(devices -> new FailingStore(devices) {
            @Override
            public Optional<Call> recordMedia(
                    Call begun, String calleeOwner, Media media, Instant at, Instant leaseUntil) {
                return thenThrow(
                        () -> super.recordMedia(begun, calleeOwner, media, at, leaseUntil),
                        new IllegalStateException("time-out"));
            }
        });

        assertThatThrownBy(backend::refusal).hasMessage("time-out");
        backend.assertNothingLeft();
    }

    @Test
    void undoesMediaThatCanNeitherBeNotedNorJoined() {
        Backend backend = new Backend(devices -> new FailingStore(devices) {
            @Override
            public Optional<Call> recordMedia(
                    Call begun, String calleeOwner, Media media, Instant at, Instant leaseUntil) {
                throw new ContendedException("others", null);
            }
        });
        backend.backend.mediaProvider.refuseToJoin(Kind.FAILED);

        assertThat(backend.refusal()).isEqualTo(ErrorCode.TRY_AGAIN);
        backend.assertNothingLeft();
    }

    @Test
    void releasesMediaAtOnceThatCanNeitherBeNotedNorKept() {
        Backend backend = new Backend(devices -> new FailingStore(devices) {
            @Override
            public Optional<Call> recordMedia(
                    Call begun, String calleeOwner, Media media, Instant at, Instant leaseUntil) {
                throw new ContendedException("others", null);
            }

            @Override
            public boolean keepMedia(String callId, Media media, Instant releaseFrom) {
                throw new ContendedException("others", null);
            }
        });

        assertThat(backend.refusal()).isEqualTo(ErrorCode.TRY_AGAIN);
        assertThat(backend.backend.mediaProvider.live()).isEmpty();
    }

    @Test
    void releasesTheMediaOfACallThatIsGone() {
        Backend backend = new Backend(devices -> new FailingStore(devices) {
            @Override
            public Optional<Call> recordMedia(
                    Call begun, String calleeOwner, Media media, Instant at, Instant leaseUntil) {
                return Optional.empty();
            }
        });

        assertThat(backend.refusal()).isEqualTo(ErrorCode.CALL_FAILED);
        backend.assertNothingLeft();
    }

    private static class FailingStore extends InMemoryCallStore {
        FailingStore(InMemoryDeviceStore devices) {
            super(devices);
        }

        static <T> T thenThrow(Supplier<T> write, RuntimeException failure) {
            write.get();
            throw failure;
        }
    }

    private static final class Backend {
        private final InMemoryBackend backend;
        private final String anna;
        private final String bob;

        Backend(Function<InMemoryDeviceStore, InMemoryCallStore> calls) {
            backend = new InMemoryBackend(calls);
            anna = backend.device("anna");
            bob = backend.device("bob");
        }

        ErrorCode refusal() {
            return new LoadedActions(backend)
                    .refusal("anna", "initiateCall", Map.of("callerId", anna, "calleeId", bob));
        }

        void assertNothingLeft() {
            List<Call> made = ((InMemoryCallStore) backend.calls).all();
            // Whoever hears of the end, or the sweeper, releases what the call has.
            assertThat(backend.mediaProvider.live())
                    .hasSize((int) made.stream().filter(Call::isSetUp).count());
            assertThat(backend.ringer.rung()).isEmpty();
            assertThat(backend.isFree(anna)).isTrue();
            assertThat(backend.isFree(bob)).isTrue();
            assertThat(made).extracting(Call::state).containsExactly(CallState.FAILED);
        }
    }
}
