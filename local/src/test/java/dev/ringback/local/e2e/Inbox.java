package dev.ringback.local.e2e;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.stream.StreamSupport;

/** What landed at the phones and in the mailboxes. */
record Inbox(String url) {
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
        Eventually.holds("a push arrives", () -> !pushesTo(deviceToken).isEmpty());
        return pushesTo(deviceToken).getFirst();
    }

    /** The first of this kind that goes to this token. */
    JsonNode push(String type, String deviceToken) throws Exception {
        Eventually.holds(type + " arrives", () -> kinds(deviceToken).contains(type));
        return pushesTo(deviceToken).get(kinds(deviceToken).indexOf(type));
    }

    /** Of what went to this token, in order. */
    List<String> kinds(String deviceToken) throws Exception {
        return pushesTo(deviceToken).stream()
                .map(push -> push.path("payload").findPath("type").asText())
                .toList();
    }

    /** @param fault as {@code POST _faults} takes it */
    void fail(String fault) throws Exception {
        Http.Answer answer = Http.post(url + "/_faults", fault);
        if (answer.status() >= 300) {
            throw new AssertionError("fault refused: " + answer);
        }
    }

    void heal() throws Exception {
        fail("{\"clear\":true}");
    }
}
