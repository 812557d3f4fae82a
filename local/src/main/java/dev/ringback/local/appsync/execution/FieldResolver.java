package dev.ringback.local.appsync.execution;

import dev.ringback.appsyncjs.Code;
import java.util.List;

/** What answers a field. */
public sealed interface FieldResolver {
    record Unit(Step step) implements FieldResolver {}

    /** @param code its {@code request} runs before the functions, its {@code response} after them */
    record Pipeline(Code code, List<Step> functions) implements FieldResolver {}
}
