package dev.ringback.calling.call;

import dev.ringback.calling.media.Media;
import dev.ringback.calling.media.MediaProvider;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;

/** Makes sessions out of nothing and remembers which are left. */
public final class FakeMediaProvider implements MediaProvider {
    private final Set<Media> live = ConcurrentHashMap.newKeySet();
    private final List<Media> released = new CopyOnWriteArrayList<>();
    private volatile Refusal refusesToCreate;
    private volatile Refusal refusesToJoin;
    private volatile Runnable whileCreating = () -> {};
    private volatile boolean broken;

    /** No session can be made from now on. */
    public void refuseToCreate(Refusal.Kind kind) {
        refusesToCreate = new Refusal(kind, "createSession: refused");
    }

    /** Nobody can join a session from now on. */
    public void refuseToJoin(Refusal.Kind kind) {
        refusesToJoin = new Refusal(kind, "addParticipant: refused");
    }

    /** Happens while a session is being made. */
    public void whileCreating(Runnable happens) {
        whileCreating = happens;
    }

    /** Nothing can be released from now on. */
    public void breakDown() {
        broken = true;
    }

    /** Whatever was refused or broken works again. */
    public void mend() {
        refusesToCreate = null;
        refusesToJoin = null;
        broken = false;
    }

    @Override
    public Created create(String callId) {
        whileCreating.run();
        if (refusesToCreate != null) {
            return new Created.Refused(refusesToCreate);
        }
        Media media = media(callId);
        live.add(media);
        return new Created.Ready(media);
    }

    @Override
    public Optional<Refusal> join(Media media) {
        return Optional.ofNullable(refusesToJoin);
    }

    @Override
    public boolean release(Media media) {
        released.add(media);
        if (!broken) {
            // By the session: a stored call keeps the ids, not the tokens.
            live.removeIf(made -> made.sessionId().equals(media.sessionId()));
        }
        return !broken;
    }

    public Set<Media> live() {
        return Set.copyOf(live);
    }

    public List<Media> released() {
        return List.copyOf(released);
    }

    /** What {@link #create} makes for a call. */
    public static Media media(String callId) {
        return new Media(
                "session-of-" + callId,
                new Media.Participant("caller-of-" + callId, "caller token of " + callId),
                new Media.Participant("callee-of-" + callId, "callee token of " + callId));
    }
}
