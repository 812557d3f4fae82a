package dev.ringback.local.gateway;

import java.io.IOException;
import java.util.function.BooleanSupplier;
import org.eclipse.jetty.io.EndPoint;
import org.eclipse.jetty.util.BufferUtil;

/** Looks whether the peer of a connection whose request has been read has closed it. */
final class ClientGone implements BooleanSupplier {
    private final EndPoint endPoint;

    ClientGone(EndPoint endPoint) {
        this.endPoint = endPoint;
    }

    // Jetty notices a close only when it reads next, which is after the answer. This read does not block, and a client
    // that sends nothing before its answer, as all but pipelining ones, loses no byte to it.
    @Override
    public boolean getAsBoolean() {
        try {
            return !endPoint.isOpen() || endPoint.fill(BufferUtil.allocate(1)) < 0;
        } catch (IOException reset) {
            return true;
        }
    }
}
