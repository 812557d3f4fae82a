package dev.ringback.calling.call;

import dev.ringback.calling.media.Media;
import dev.ringback.calling.media.MediaProvider;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;

/** Makes sessions out of nothing and remembers which are left. */
public final class FakeMediaProvider implements MediaProvider {
    private final Set<Media> live = ConcurrentHashMap.newKeySet();
    private final List<Media> released = new CopyOnWriteArrayList<>();
    private volatile Opened refusal;
    private volatile Runnable meanwhile = () -> {};
    private volatile boolean broken;

    /** Every session from now on is refused like this. */
    public void refuse(Opened how) {
        refusal = how;
    }

    /** Happens while a session is being opened. */
    public void meanwhile(Runnable happens) {
        meanwhile = happens;
    }

    /** Nothing can be released from now on. */
    public void breakDown() {
        broken = true;
    }

    @Override
    public Opened open(String callId) {
        meanwhile.run();
        if (refusal != null) {
            return refusal;
        }
        Media media = media(callId);
        live.add(media);
        return new Opened.Ready(media);
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

    /** What {@link #open} makes for a call. */
    public static Media media(String callId) {
        return new Media(
                "session of " + callId,
                new Media.Participant("caller of " + callId, "caller token of " + callId),
                new Media.Participant("callee of " + callId, "callee token of " + callId));
    }
}
