package dev.ringback.calling.media.bandwidth;

/** When a request that did not succeed may be sent once more. */
enum Repeat {
    /** A second time changes nothing. 409: two adds to one session at once are not documented to work. */
    HARMLESS {
        @Override
        boolean after(Attempt attempt) {
            return switch (attempt) {
                case Attempt.Answered(int status, var _, var _) -> status == 409 || status == 429 || status >= 500;
                case Attempt.Unsent _, Attempt.Unanswered _ -> true;
            };
        }
    },
    /** A second time would make a second one, and Bandwidth has no idempotency key. */
    ONLY_IF_UNPROCESSED {
        @Override
        boolean after(Attempt attempt) {
            return switch (attempt) {
                case Attempt.Answered(int status, var _, var _) -> status == 429;
                case Attempt.Unsent _ -> true;
                case Attempt.Unanswered _ -> false;
            };
        }
    };

    abstract boolean after(Attempt attempt);
}
