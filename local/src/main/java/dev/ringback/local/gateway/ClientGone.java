package dev.ringback.local.gateway;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import java.util.function.BooleanSupplier;
import org.eclipse.jetty.io.EndPoint;
import org.eclipse.jetty.io.SocketChannelEndPoint;

/** Looks whether the peer of a connection whose request has been read has closed it. */
final class ClientGone implements BooleanSupplier {
    private final EndPoint endPoint;

    ClientGone(EndPoint endPoint) {
        this.endPoint = endPoint;
    }

    // Jetty notices a close only when it reads next, which is after the answer. The channel does not block, and a
    // client that sends nothing before its answer, as all but pipelining ones, loses no byte to this read.
    @Override
    public boolean getAsBoolean() {
        if (!endPoint.isOpen()) {
            return true;
        }
        if (endPoint instanceof SocketChannelEndPoint socket
                && socket.getTransport() instanceof SocketChannel channel) {
            try {
                return channel.read(ByteBuffer.allocate(1)) < 0;
            } catch (IOException reset) {
                return true;
            }
        }
        return false;
    }
}
