package dev.ringback.actionkit;

import java.util.Arrays;
import java.util.Optional;

/** The function that an action runs in. */
public enum FunctionKind {
    /** The one behind {@code POST /api}, with all others of this kind; its role is the union of their needs. */
    CALL_API("call-api"),
    /** One of its own, behind {@code POST /api/<action>}, with a role from its own needs. */
    OWN("own");

    private final String text;

    FunctionKind(String text) {
        this.text = text;
    }

    /** As a manifest has it. */
    public String text() {
        return text;
    }

    static Optional<FunctionKind> of(String text) {
        return Arrays.stream(values()).filter(kind -> kind.text.equals(text)).findFirst();
    }
}
