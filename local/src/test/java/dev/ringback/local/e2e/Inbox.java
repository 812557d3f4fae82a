package dev.ringback.local.e2e;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.List;
import java.util.stream.StreamSupport;

/** What landed at the phones and in the mailboxes. */
record Inbox(String url) {
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    /** The latest that was mailed there. */
    String confirmationCode(String address) throws Exception {
        return StreamSupport.stream(Http.get(url).body().path("mails").spliterator(), false)
                .filter(mail -> mail.path("address").asText().equals(address))
                .reduce((earlier, later) -> later)
                .orElseThrow(() -> new AssertionError("no mail to " + address))
                .path("confirmationCode")
                .asText();
    }

    List<JsonNode> pushesTo(String deviceToken) throws Exception {
        return StreamSupport.stream(Http.get(url).body().path("pushes").spliterator(), false)
                .filter(push -> push.path("deviceToken").asText().equals(deviceToken))
                .toList();
    }

    /** Pushes are sent after the call is answered, so the first one may take a moment. */
    JsonNode firstPushTo(String deviceToken) throws Exception {
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        while (System.nanoTime() < deadline) {
            List<JsonNode> pushes = pushesTo(deviceToken);
            if (!pushes.isEmpty()) {
                return pushes.getFirst();
            }
            Thread.sleep(50);
        }
        throw new AssertionError("no push arrived");
    }
}
