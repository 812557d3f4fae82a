package dev.ringback.local.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Whom the directory's API tells of calls, and who may make it. */
@ExtendWith(BackendExtension.class)
class CallFeedTest {
    private Backend backend;
    private Phone ada;
    private Phone ben;

    @BeforeEach
    void twoUsers(Backend backend) throws Exception {
        this.backend = backend;
        ada = backend.phone("ada");
        ben = backend.phone("ben");
    }

    @Test
    void anEventReachesItsOwnerAndNobodyElse() throws Exception {
        try (CallFeed adas = CallFeed.of(ada, backend);
                CallFeed bens = CallFeed.of(ben, backend)) {
            ObjectNode forAda = event(ada);
            ObjectNode forBen = event(ben);

            publish(Directory.ofBackend(backend), forAda);
            publish(Directory.ofBackend(backend), forBen);

            assertThat(adas.next()).isEqualTo(forAda);
            assertThat(bens.next()).isEqualTo(forBen);
        }
    }

    @Test
    void nobodyFollowsTheCallsOfAnother() throws Exception {
        try (CallFeed bens = CallFeed.asking(ben, ada.sub(), backend)) {
            assertThat(bens.refusal()).isEqualTo("Unauthorized");
        }
    }

    @Test
    void aUserPublishesNothing() throws Exception {
        try (CallFeed adas = CallFeed.of(ada, backend)) {
            ObjectNode forged = event(ada);
            ObjectNode real = event(ada);

            Http.Answer answer = publish(Directory.of(ada, backend), forged);
            publish(Directory.ofBackend(backend), real);

            assertThat(Directory.errorType(answer)).isEqualTo("Unauthorized");
            assertThat(adas.next()).isEqualTo(real);
        }
    }

    private static Http.Answer publish(Directory directory, ObjectNode event) throws Exception {
        ObjectNode variables = Http.JSON.createObjectNode();
        variables.set("event", event);
        return directory.send(
                "mutation($event: CallEventInput!) { publishCallEvent(event: $event) { " + CallFeed.FIELDS + " } }",
                variables);
    }

    private static ObjectNode event(Phone owner) throws Exception {
        return Directory.object(
                        "owner",
                        owner.sub(),
                        "callId",
                        UUID.randomUUID().toString(),
                        "state",
                        "MISSED",
                        "callerId",
                        "a",
                        "calleeId",
                        "b",
                        "at",
                        "2026-01-01T12:00:45.123Z",
                        "ringUntil",
                        "2026-01-01T12:00:45Z")
                .putNull("reason")
                .putNull("answeredBy")
                .put("version", 2);
    }
}
