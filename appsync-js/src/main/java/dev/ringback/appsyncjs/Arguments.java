package dev.ringback.appsyncjs;

import org.graalvm.polyglot.Value;

/** What a handler gave to a function. */
record Arguments(Value[] values) {

    String text(int index) {
        if (index >= values.length || !values[index].isString()) {
            throw new IllegalArgumentException("argument %d is no string but %s".formatted(index + 1, given(index)));
        }
        return values[index].asString();
    }

    long number(int index) {
        if (index >= values.length || !values[index].fitsInLong()) {
            throw new IllegalArgumentException(
                    "argument %d is no whole number but %s".formatted(index + 1, given(index)));
        }
        return values[index].asLong();
    }

    private String given(int index) {
        return index < values.length ? values[index].toString() : "missing";
    }
}
