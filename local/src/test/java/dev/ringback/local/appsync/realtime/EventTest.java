package dev.ringback.local.appsync.realtime;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class EventTest {
    private final RealtimeServer server = new RealtimeServer(RealtimeServer.LIMITS);
    private final RealtimeClient client = server.client();

    @AfterEach
    void stop() {
        server.close();
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
    void completesASubscriptionThatIsStopped() throws Exception {
        client.subscribed("1", "{}");
        client.subscribed("2", "{}");

        client.say("{'type': 'stop', 'id': '1'}");
        assertThat(client.hear()).isEqualTo(FakeApi.json("{'type': 'complete', 'id': '1'}"));

        server.api.createPerson("Ada");
        assertThat(client.hear("data").path("id").asText()).isEqualTo("2");
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
}
