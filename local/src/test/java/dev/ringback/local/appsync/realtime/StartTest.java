package dev.ringback.local.appsync.realtime;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ringback.local.appsync.ApiCaller;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class StartTest {
    private final RealtimeServer server = new RealtimeServer(RealtimeServer.LIMITS);
    private final RealtimeClient client = server.client();

    @AfterEach
    void stop() {
        server.close();
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
    void refusesCredentialsWithoutAHost() throws Exception {
        client.start("1", "subscribe", "{}", "{'x-api-key': 'key'}");

        assertThat(client.hear())
                .isEqualTo(FakeApi.json("{'type': 'error', 'id': '1', 'payload': {'errors': [{'errorType':"
                        + " 'UnauthorizedException', 'message': 'Required headers are missing.'}]}}"));
    }

    @Test
    void handsOnWhyTheApiRefusesASubscription() throws Exception {
        client.start("1", "refuse", "{}");

        assertThat(client.hear())
                .isEqualTo(FakeApi.json("{'type': 'error', 'id': '1', 'payload':"
                        + " {'errors': [{'errorType': 'Unauthorized', 'message': 'not you'}]}}"));
    }

    @Test
    void refusesASubscriptionWhoseFilterAppSyncWouldNotTake() throws Exception {
        client.start("1", "subscribe", "{'filterGroup': [{'filters': [{'fieldName': 'a', 'operator': 'like'}]}]}");

        assertThat(client.hear().at("/payload/errors/0/message").asText())
                .isEqualTo("There is no filter operator like.");
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
}
