package dev.ringback.infra;

/** What stops synth because of something a person can put right; its message is one sentence that says what. */
public final class SynthRefused extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public SynthRefused(String sentence) {
        super(sentence);
    }
}
