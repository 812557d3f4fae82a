package dev.ringback.pushnotifier.push;

/** What a push service made of a push. The detail is the service's own code, for operators. */
public sealed interface PushOutcome {
    String detail();

    /** Taken for delivery; not that the phone rang. */
    record Accepted(String detail) implements PushOutcome {}

    /** The app is gone from the phone, or its token was replaced. */
    record TokenDead(String detail) implements PushOutcome {}

    /** Dead, or of another environment, bundle or project than the channel's. */
    record WrongForChannel(String detail) implements PushOutcome {}

    /** The service is busy; the same push may pass soon. */
    record Retryable(String detail) implements PushOutcome {}

    /** The service did not answer: most likely nothing was sent, and the same push may pass soon. */
    record Unanswered(String detail) implements PushOutcome {}

    /** Credentials, channel, permission or payload: ours to mend, and the token may be good. */
    record Misconfigured(String detail) implements PushOutcome {}

    /** Perhaps delivered, perhaps not. */
    record Unknown(String detail) implements PushOutcome {}

    /** False only when it is certain that no phone got it. */
    default boolean mayHaveArrived() {
        return switch (this) {
            case Accepted _, Unanswered _, Unknown _ -> true;
            case TokenDead _, WrongForChannel _, Retryable _, Misconfigured _ -> false;
        };
    }

    /** For metrics. */
    default String name() {
        return getClass().getSimpleName();
    }
}
