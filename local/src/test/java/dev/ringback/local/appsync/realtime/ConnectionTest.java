package dev.ringback.local.appsync.realtime;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.ringback.local.appsync.ApiCaller;
import java.net.http.WebSocket;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class ConnectionTest {
    private final RealtimeServer server = new RealtimeServer(RealtimeServer.LIMITS);
    private final RealtimeClient client = server.client();

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void acknowledgesAConnectionAndSaysHowLongToTrustIt() throws Exception {
        client.say("{'type': 'connection_init'}");

        assertThat(client.hear("connection_ack")
                        .at("/payload/connectionTimeoutMs")
                        .asInt())
                .isEqualTo(300_000);
    }

    @Test
    void tellsASubscriberOfAMutation() throws Exception {
        client.start("1");
        assertThat(client.hear()).isEqualTo(FakeApi.json("{'type': 'start_ack', 'id': '1'}"));

        server.api.createPerson("Ada");

        assertThat(client.hear())
                .isEqualTo(FakeApi.json("{'type': 'data', 'id': '1',"
                        + " 'payload': {'data': {'onCreatePerson': {'firstName': 'Ada'}}}}"));
    }

    @Test
    void tellsNobodyOfAMutationThatNobodySubscribedTo() throws Exception {
        client.subscribed("1", "{}");

        server.api.mutate("deletePerson", "{'firstName': 'Ada'}");
        server.api.createPerson("Grace");

        assertThat(client.hearName()).isEqualTo("Grace");
    }

    @Test
    void tellsOnlyThoseWhoseArgumentsTheMutationAnswers() throws Exception {
        client.subscribed("1", "{'firstName': 'Grace'}");

        server.api.createPerson("Ada");
        server.api.createPerson("Grace");

        assertThat(client.hearName()).isEqualTo("Grace");
    }

    @Test
    void goesByTheFilterThatTheResolverSet() throws Exception {
        client.subscribed(
                "1",
                "{'firstName': 'not compared', 'filterGroup': [{'filters':"
                        + " [{'fieldName': 'firstName', 'operator': 'beginsWith', 'value': 'G'}]}]}");

        server.api.createPerson("Ada");
        server.api.createPerson("Grace");

        assertThat(client.hearName()).isEqualTo("Grace");
    }

    @Test
    void refusesASubscriptionWhoseFilterAppSyncWouldNotTake() throws Exception {
        client.start("1", "subscribe", "{'filterGroup': [{'filters': [{'fieldName': 'a', 'operator': 'like'}]}]}");

        assertThat(client.hear().at("/payload/errors/0/message").asText())
                .isEqualTo("There is no filter operator like.");
    }

    @Test
    void completesASubscriptionThatIsStopped() throws Exception {
        client.subscribed("1", "{}");
        client.subscribed("2", "{}");

        client.say("{'type': 'stop', 'id': '1'}");
        assertThat(client.hear()).isEqualTo(FakeApi.json("{'type': 'complete', 'id': '1'}"));

        server.api.createPerson("Ada");
        assertThat(client.hear("data").path("id").asText()).isEqualTo("2");
    }

    @Test
    void letsEverySubscriptionHaveACallerOfItsOwn() throws Exception {
        client.subscribed("1", "{}");
        client.start("2", "subscribe", "{}", "{'host': 'x', 'Authorization': 'token'}");
        client.hear("start_ack");

        assertThat(server.api.callers.get(0)).isInstanceOf(ApiCaller.KeyHolder.class);
        assertThat(server.api.callers.get(1)).isInstanceOf(ApiCaller.User.class);
    }

    @Test
    void refusesASubscriptionWithoutCredentialsOfItsOwn() throws Exception {
        client.start("1", "subscribe", "{}", "{'host': 'x'}");

        assertThat(client.hear())
                .isEqualTo(FakeApi.json("{'type': 'error', 'id': '1', 'payload': {'errors': [{'errorType':"
                        + " 'UnauthorizedException', 'message': 'You are not authorized to make this call.'}]}}"));
        client.subscribed("1", "{}");
    }

    @Test
    void handsOnWhyTheApiRefusesASubscription() throws Exception {
        client.start("1", "refuse", "{}");

        assertThat(client.hear())
                .isEqualTo(FakeApi.json("{'type': 'error', 'id': '1', 'payload':"
                        + " {'errors': [{'errorType': 'Unauthorized', 'message': 'not you'}]}}"));
    }

    @Test
    void refusesAnIdThatIsInUse() throws Exception {
        client.subscribed("1", "{}");
        client.start("1");

        assertThat(client.hearError()).isEqualTo("DuplicatedOperationError");
        server.api.createPerson("Ada");
        assertThat(client.hearName()).isEqualTo("Ada");
    }

    @Test
    void takesNoMoreSubscriptionsThanTheLimit() throws Exception {
        for (int i = 0; i < RealtimeServer.LIMITS.subscriptions(); i++) {
            client.subscribed("s" + i, "{}");
        }
        client.start("one more");

        assertThat(client.hearError()).isEqualTo("MaxSubscriptionsReachedError");
    }

    @Test
    void refusesToStopWhatDoesNotRun() throws Exception {
        client.say("{'type': 'stop', 'id': '1'}");

        assertThat(client.hearError()).isEqualTo("UnknownOperationError");
    }

    @Test
    void outlivesMessagesItCannotUse() throws Exception {
        client.say("{");
        assertThat(client.hearError()).isEqualTo("BadRequestException");
        client.say("[]");
        assertThat(client.hearError()).isEqualTo("BadRequestException");
        client.say("{'type': 'start'}");
        assertThat(client.hearError()).isEqualTo("BadRequestException");
        client.say("{'type': 'start', 'id': '1', 'payload': {'data': {}}}");
        assertThat(client.hearError()).isEqualTo("BadRequestException");
        client.say("{'type': 'start', 'id': '1', 'payload': {'data': '{}'}}");
        assertThat(client.hearError()).isEqualTo("BadRequestException");

        client.subscribed("1", "{}");
    }

    @Test
    void namesAMessageTypeItDoesNotKnow() throws Exception {
        client.say("{'type': 'subscribe', 'id': '7'}");

        JsonNode error = client.hear("error");
        assertThat(error.path("id").asText()).isEqualTo("7");
        assertThat(error.at("/payload/errors/0"))
                .isEqualTo(FakeApi.json("{'errorType': 'UnsupportedOperation',"
                        + " 'message': 'subscribe not supported through the realtime channel'}"));
    }

    @Test
    void showsThatAnEventIsTooLong() throws Exception {
        client.subscribed("1", "{}");

        server.api.createPerson("A".repeat(RealtimeServer.LIMITS.messageBytes()));
        server.api.createPerson("Ada");

        assertThat(client.hear("data").at("/payload/errors/0/errorType").asText())
                .isEqualTo("LimitExceededError");
        assertThat(client.hearName()).isEqualTo("Ada");
    }

    @Test
    void closesOnAMessageThatIsTooLong() throws Exception {
        client.say("A".repeat(RealtimeServer.LIMITS.messageBytes() + 1));

        assertThat(client.closeStatus()).isEqualTo(1009);
    }

    @Test
    void sendsSignsOfLife() throws Exception {
        RealtimeLimits lively = new RealtimeLimits(
                Duration.ofMillis(5), Duration.ofHours(1), 1, 1000, 1000, Duration.ofSeconds(1), Duration.ofSeconds(1));
        try (RealtimeServer other = new RealtimeServer(lively)) {
            RealtimeClient there = other.client();

            assertThat(there.hear()).isEqualTo(FakeApi.json("{'type': 'ka'}"));
            there.hear("ka");
        }
    }

    @Test
    void closesWhenItsTimeIsUp() throws Exception {
        RealtimeLimits shortLived = new RealtimeLimits(
                Duration.ofHours(1), Duration.ofMillis(5), 1, 1000, 1, Duration.ofSeconds(1), Duration.ofSeconds(1));
        try (RealtimeServer other = new RealtimeServer(shortLived)) {
            assertThat(other.client().closeStatus()).isEqualTo(WebSocket.NORMAL_CLOSURE);
        }
    }

    @Test
    void cutsOffAClientThatDoesNotReadAndServesTheOthers() throws Exception {
        try (DeafClient deaf = server.deafClient()) {
            deaf.say(RealtimeClient.startMessage("1", "subscribe", "{}", "{'x-api-key': 'key'}"));
            deaf.hear("start_ack");
            client.subscribed("1", "{}");
            String name = "A".repeat(10_000);

            // More than the sockets' buffers and the backlog hold.
            for (int i = 0; i < 2_000; i++) {
                server.api.createPerson(name);
                assertThat(client.hearName()).isEqualTo(name);
            }

            assertThat(deaf.isCutOff()).isTrue();
        }
    }
}
