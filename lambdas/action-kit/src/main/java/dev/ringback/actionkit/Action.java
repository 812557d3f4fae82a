package dev.ringback.actionkit;

/**
 * One thing a client can ask of {@code POST /api}.
 *
 * @param <Q> the request: a record whose components are the JSON fields; a component that may be absent is an {@code Optional}
 * @param <A> the answer: a record, written as JSON
 */
public interface Action<Q extends Record, A> {
    /** The value of the request's {@code action} field, unique in the backend. */
    String name();

    Class<Q> requestType();

    Result<A> handle(Caller caller, Q request);
}
