package dev.ringback.calling.media.bandwidth;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** What a set-up has made at Bandwidth, and what may yet turn out to have been made: all of it to be deleted if it fails. */
final class Made {
    enum Kind {
        SESSION("/sessions/", "deleteSession"),
        PARTICIPANT("/participants/", "deleteParticipant");

        private final String path;
        private final String deletion;

        Kind(String path, String deletion) {
            this.path = path;
            this.deletion = deletion;
        }

        String path() {
            return path;
        }

        String deletion() {
            return deletion;
        }

        private Optional<String> idIn(Attempt.Answered answer) {
            JsonNode json = answer.json();
            String id = (this == SESSION ? json : json.path("participant"))
                    .path("id")
                    .asText("");
            return answer.succeeded() && BandwidthApi.isId(id) ? Optional.of(id) : Optional.empty();
        }
    }

    /** One thing that was made, or will have been once its answer comes. */
    record Thing(Kind kind, CompletableFuture<String> id) {
        /** Empty if it turned out not to exist; an answer that got lost tells nothing. Leaves a third of the time for deleting it. */
        Optional<String> idBy(Deadline deadline) throws InterruptedException, TimeoutException, ExecutionException {
            return Optional.ofNullable(id.get(deadline.left().toMillis() * 2 / 3, TimeUnit.MILLISECONDS));
        }
    }

    private final Queue<Thing> things = new ConcurrentLinkedQueue<>();

    /** Notes what the answer says was made; empty if it does not say. */
    Optional<String> add(Kind kind, Attempt.Answered answer) {
        Optional<String> id = kind.idIn(answer);
        id.ifPresent(known -> things.add(new Thing(kind, CompletableFuture.completedFuture(known))));
        return id;
    }

    /** An answer that was not waited for any longer may still bring an id. */
    void expect(Kind kind, CompletableFuture<HttpResponse<byte[]>> late) {
        things.add(new Thing(
                kind,
                late.thenApply(answer -> kind.idIn(Attempt.Answered.of(answer)).orElse(null))));
    }

    List<Thing> things() {
        return new ArrayList<>(things);
    }
}
