package dev.ringback.callevents.phones;

/** What came of one request. */
sealed interface Answer {
    record Answered(int status, byte[] body) implements Answer {}

    /** Perhaps it arrived all the same. */
    record None(String reason) implements Answer {}

    /** True if the same request may pass when it is sent again. */
    default boolean mayPass() {
        return switch (this) {
            case Answered(int status, byte[] _) -> status == 429 || status >= 500;
            case None _ -> true;
        };
    }
}
