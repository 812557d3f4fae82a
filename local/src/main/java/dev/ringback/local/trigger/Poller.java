package dev.ringback.local.trigger;

/** Hands what comes out of a source to a function. */
interface Poller {
    /** Settles where it begins: nothing that comes afterwards is missed. */
    void prepare();

    /** Runs until it is interrupted. */
    void run() throws InterruptedException;

    /** What lines on the console begin with. */
    String label();
}
