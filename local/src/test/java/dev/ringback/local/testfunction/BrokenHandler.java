package dev.ringback.local.testfunction;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import java.io.InputStream;
import java.io.OutputStream;

/** A function that cannot be initialized. */
public final class BrokenHandler implements RequestStreamHandler {
    public BrokenHandler() {
        throw new IllegalStateException("no settings");
    }

    @Override
    public void handleRequest(InputStream in, OutputStream out, Context context) {
        throw new AssertionError("never gets here");
    }
}
