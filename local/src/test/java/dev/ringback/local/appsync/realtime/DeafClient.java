package dev.ringback.local.appsync.realtime;

import java.io.DataOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;

/** A client on a bare socket, which leaves unread whatever it is not told to read. */
record DeafClient(Socket socket) implements AutoCloseable {
    private static final int PATIENCE_MILLIS = 10_000;
    private static final int FINAL_TEXT = 0x81;
    private static final int MASKED_WITH_LONG_LENGTH = 0xFE;

    static DeafClient open(int port, String path, String subprotocols) throws IOException {
        Socket socket = new Socket(InetAddress.getLoopbackAddress(), port);
        socket.setSoTimeout(PATIENCE_MILLIS);
        DeafClient client = new DeafClient(socket);
        String upgrade = "GET " + path + " HTTP/1.1\r\nHost: localhost\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n"
                + "Sec-WebSocket-Version: 13\r\nSec-WebSocket-Key: AAAAAAAAAAAAAAAAAAAAAA==\r\n"
                + "Sec-WebSocket-Protocol: " + subprotocols + "\r\n\r\n";
        socket.getOutputStream().write(upgrade.getBytes(StandardCharsets.US_ASCII));
        client.hear("\r\n\r\n");
        return client;
    }

    void say(String message) throws IOException {
        byte[] text = message.getBytes(StandardCharsets.UTF_8);
        DataOutputStream out = new DataOutputStream(socket.getOutputStream());
        out.writeByte(FINAL_TEXT);
        out.writeByte(MASKED_WITH_LONG_LENGTH);
        out.writeShort(text.length);
        // A mask of zeros leaves the text as it is.
        out.writeInt(0);
        out.write(text);
        out.flush();
    }

    /** Reads until it has heard the text. */
    void hear(String text) throws IOException {
        StringBuilder heard = new StringBuilder();
        while (heard.indexOf(text) < 0) {
            int next = socket.getInputStream().read();
            if (next < 0) {
                throw new AssertionError("Instead of " + text + " came " + heard);
            }
            heard.append((char) next);
        }
    }

    /** Whether the connection ends, once all that is left of it has been read. */
    boolean isCutOff() throws IOException {
        try {
            InputStream in = socket.getInputStream();
            while (in.read(new byte[100_000]) >= 0) {
                // There may be some megabytes in the socket's buffers.
            }
            return true;
        } catch (SocketTimeoutException stillOpen) {
            return false;
        } catch (IOException reset) {
            return true;
        }
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
