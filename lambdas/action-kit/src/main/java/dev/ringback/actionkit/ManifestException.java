package dev.ringback.actionkit;

/** What is wrong with an action's manifest; its message is one sentence for who wrote it. */
public final class ManifestException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    ManifestException(String sentence) {
        super(sentence);
    }
}
