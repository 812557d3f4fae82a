package dev.ringback.operations.doctor;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.io.Writer;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.List;

/** A realtime endpoint that says what a test has written, to one connection and whatever it is sent. */
final class FakeRealtime implements AutoCloseable {
    private static final String KEY = "sec-websocket-key:";
    private static final String PROTOCOL_CONSTANT = "258EAFA5-E914-47DA-95CA-C5AB0DC85B11";

    private final ServerSocket server = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
    private final Thread thread;

    /** @param messages of less than 126 bytes each */
    FakeRealtime(String... messages) throws IOException {
        thread = Thread.ofVirtual().start(() -> serve(List.of(messages)));
    }

    String authority() {
        return "127.0.0.1:" + server.getLocalPort();
    }

    private void serve(List<String> messages) {
        try (Socket socket = server.accept()) {
            OutputStream out = socket.getOutputStream();
            BufferedReader in =
                    new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.ISO_8859_1));
            out.write(("HTTP/1.1 101 Switching Protocols\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n"
                            + "Sec-WebSocket-Accept: " + accept(in) + "\r\n\r\n")
                    .getBytes(StandardCharsets.US_ASCII));
            for (String message : messages) {
                byte[] text = message.getBytes(StandardCharsets.UTF_8);
                out.write(new byte[] {(byte) 0x81, (byte) text.length});
                out.write(text);
            }
            out.flush();
            in.transferTo(Writer.nullWriter());
        } catch (IOException | NoSuchAlgorithmException e) {
            // The connection is closed by who opened it, or the test is over.
        }
    }

    private static String accept(BufferedReader in) throws IOException, NoSuchAlgorithmException {
        String key = "";
        for (String line = in.readLine(); line != null && !line.isEmpty(); line = in.readLine()) {
            if (line.regionMatches(true, 0, KEY, 0, KEY.length())) {
                key = line.substring(KEY.length()).strip();
            }
        }
        byte[] text = (key + PROTOCOL_CONSTANT).getBytes(StandardCharsets.US_ASCII);
        return Base64.getEncoder()
                .encodeToString(MessageDigest.getInstance("SHA-1").digest(text));
    }

    @Override
    public void close() throws IOException {
        server.close();
        thread.interrupt();
    }
}
