package dev.ringback.local.testfunction;

import com.amazonaws.services.lambda.crac.Context;
import com.amazonaws.services.lambda.crac.Core;
import com.amazonaws.services.lambda.crac.Resource;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;

/** A function that notes which of its snapshot hooks have run; told so by its environment, one of them fails. */
public final class PrimedHandler implements RequestStreamHandler, Resource {
    private String hooks = "";

    public PrimedHandler() {
        Core.getGlobalContext().register(this);
    }

    @Override
    public void beforeCheckpoint(Context<? extends Resource> context) {
        if (System.getenv().containsKey("FAIL_BEFORE_CHECKPOINT")) {
            throw new IllegalStateException("priming failed");
        }
        hooks += "beforeCheckpoint ";
    }

    @Override
    public void afterRestore(Context<? extends Resource> context) {
        hooks += "afterRestore";
    }

    @Override
    public void handleRequest(InputStream in, OutputStream out, com.amazonaws.services.lambda.runtime.Context context)
            throws IOException {
        out.write(('"' + hooks + '"').getBytes(StandardCharsets.UTF_8));
    }
}
