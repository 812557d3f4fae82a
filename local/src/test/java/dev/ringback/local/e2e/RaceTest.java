package dev.ringback.local.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

@ExtendWith(BackendExtension.class)
class RaceTest {
    private static final int DEVICES = 10;
    private static final int CALLS = 200;

    @Test
    void twoHundredCallsAtOnceNeverPutADeviceIntoTwo(Backend backend) throws Exception {
        List<Phone> phones = new ArrayList<>();
        for (int i = 0; i < DEVICES; i++) {
            phones.add(backend.phone("racer" + i).registered("GCM"));
        }
        Random random = new Random(7);
        List<Callable<Http.Answer>> attempts = new ArrayList<>();
        for (int i = 0; i < CALLS; i++) {
            Phone caller = phones.get(random.nextInt(DEVICES));
            Phone callee = phones.get((phones.indexOf(caller) + 1 + random.nextInt(DEVICES - 1)) % DEVICES);
            attempts.add(() -> caller.initiateCall(callee));
        }

        List<Http.Answer> answers = Http.atOnce(attempts);

        // 503 is "too many at once", or, on a slow machine, the API giving up on a function that is still at work.
        assertThat(answers).extracting(Http.Answer::status).isSubsetOf(200, 409, 503);
        awaitQuiet(backend);
        // Two who call each other are given one call.
        List<String> answered = answers.stream()
                .filter(answer -> answer.status() == 200)
                .map(answer -> answer.body().path("callId").asText())
                .distinct()
                .toList();
        List<Map<String, AttributeValue>> live = liveCallsOf(phones, backend);
        assertThat(answered).isNotEmpty();
        assertThat(ids(live)).containsAll(answered);
        assertThat(devicesIn(live)).doesNotHaveDuplicates().hasSize(2 * live.size());
        assertThat(sessions(backend)).containsExactlyInAnyOrderElementsOf(ids(live));

        for (Phone phone : phones) {
            assertThat(phone.endCall().status()).isEqualTo(200);
        }
        backend.bandwidth().awaitEmpty();
    }

    @Test
    void twoHangUpsAtOnceBothSucceed(Backend backend) throws Exception {
        Phone ada = backend.phone("ada").registered("GCM");
        Phone ben = backend.phone("ben").registered("GCM");
        for (int round = 0; round < 10; round++) {
            assertThat(ada.initiateCall(ben).status()).isEqualTo(200);

            List<Http.Answer> answers = Http.atOnce(List.of(ada::endCall, ben::endCall));

            assertThat(answers).extracting(Http.Answer::status).containsOnly(200);
            assertThat(answers)
                    .filteredOn(answer -> answer.body().at("/result/ended").asBoolean())
                    .hasSize(1);
            backend.bandwidth().awaitEmpty();
        }
    }

    private static void awaitQuiet(Backend backend) throws Exception {
        String before;
        String after = backend.everythingStored();
        do {
            before = after;
            Thread.sleep(2000);
            after = backend.everythingStored();
        } while (!after.equals(before));
    }

    private static List<Map<String, AttributeValue>> liveCallsOf(List<Phone> phones, Backend backend) {
        List<String> callers = phones.stream().map(Phone::clientId).toList();
        return backend.items("Calls")
                .filter(call -> call.containsKey("state"))
                .filter(call ->
                        Set.of("RINGING", "ANSWERED").contains(call.get("state").s()))
                .filter(call -> callers.contains(call.get("callerId").s()))
                .toList();
    }

    private static List<String> ids(List<Map<String, AttributeValue>> calls) {
        return calls.stream().map(call -> call.get("callId").s()).toList();
    }

    private static List<String> devicesIn(List<Map<String, AttributeValue>> calls) {
        return calls.stream()
                .flatMap(call ->
                        Stream.of(call.get("callerId").s(), call.get("calleeId").s()))
                .toList();
    }

    private static List<String> sessions(Backend backend) throws Exception {
        List<String> tags = new ArrayList<>();
        for (JsonNode session : backend.bandwidth().state().path("sessions")) {
            tags.add(session.path("tag").asText());
        }
        return tags;
    }
}
