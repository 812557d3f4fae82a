package dev.ringback.local.testfunction;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** A function that does what its event says, so that tests can see what becomes of it. */
public final class TestHandler implements RequestStreamHandler {
    @Override
    public void handleRequest(InputStream in, OutputStream out, Context context) throws IOException {
        String event = new String(in.readAllBytes(), StandardCharsets.UTF_8);
        String order = event.replaceAll("(?s).*\"do\"\\s*:\\s*\"([^\"]*)\".*", "$1");
        out.write(answer(order, event, context).getBytes(StandardCharsets.UTF_8));
    }

    private static String answer(String order, String event, Context context) throws IOException {
        return switch (order) {
            case "throw" -> throw new IllegalStateException("told to");
            case "exit" -> exit();
            case "sleep" -> sleep(60_000);
            case "nap" -> sleep(1_500);
            case "fill memory" -> Integer.toString(fillMemory().size());
            case "environment" -> environment();
            case "process" -> Long.toString(ProcessHandle.current().pid());
            case "folder" -> "\"" + System.getProperty("user.dir") + "\"";
            case "arn" -> "\"" + context.getInvokedFunctionArn() + "\"";
            case "time left" -> Integer.toString(context.getRemainingTimeInMillis());
            case "say" -> {
                System.out.println("said on the way");
                yield "{}";
            }
            default -> event;
        };
    }

    private static String exit() {
        System.exit(7);
        return "";
    }

    private static String sleep(long milliseconds) throws IOException {
        try {
            Thread.sleep(milliseconds);
        } catch (InterruptedException e) {
            throw new IOException(e);
        }
        return "\"slept\"";
    }

    private static List<byte[]> fillMemory() {
        List<byte[]> memory = new ArrayList<>();
        while (memory.size() < Integer.MAX_VALUE) {
            memory.add(new byte[8 * 1024 * 1024]);
        }
        return memory;
    }

    private static String environment() {
        StringBuilder json = new StringBuilder("{");
        System.getenv()
                .forEach((name, value) -> json.append(json.length() > 1 ? "," : "")
                        .append('"')
                        .append(name)
                        .append("\":\"")
                        .append(value.replace("\\", "\\\\").replace("\"", "\\\""))
                        .append('"'));
        return json.append('}').toString();
    }
}
