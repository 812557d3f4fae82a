package dev.ringback.actionkit;

/** What became of a request: an answer, or a refusal that tells the client why. */
public sealed interface Result<A> {
    record Answered<A>(A answer) implements Result<A> {}

    /** @param message a plain sentence for the client's developer; no id, token or internal detail beyond what the client sent */
    record Refused<A>(ErrorCode code, String message) implements Result<A> {}

    static <A> Result<A> answer(A answer) {
        return new Answered<>(answer);
    }

    static <A> Result<A> refuse(ErrorCode code, String message) {
        return new Refused<>(code, message);
    }
}
