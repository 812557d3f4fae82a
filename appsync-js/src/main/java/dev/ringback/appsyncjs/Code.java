package dev.ringback.appsyncjs;

import com.fasterxml.jackson.databind.node.ObjectNode;

/** A resolver's or a function's code; each evaluation starts with fresh globals and leaves nothing behind. */
public interface Code {
    /**
     * Runs the handler {@code request}.
     *
     * @param context AppSync's {@code ctx}: arguments, source, identity, stash, prev, result, error, request, info, env;
     *     what is missing is as AppSync gives it when there is none. It is not changed.
     */
    Evaluation request(ObjectNode context);

    /** Runs the handler {@code response}. */
    Evaluation response(ObjectNode context);
}
