package dev.ringback.callevents.phones;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.ringback.callevents.CallChange;
import dev.ringback.callevents.FakeService;
import dev.ringback.callevents.NotPublishedException;
import dev.ringback.callevents.SampleChanges;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;

class AppSyncPhonesTest {
    private final FakeService appSync = FakeService.appSync();
    private final List<Duration> pauses = new ArrayList<>();
    private final AppSyncPhones phones = phones(Duration.ofSeconds(5));

    @AfterEach
    void stop() {
        appSync.close();
    }

    @Test
    void sendsTheEventOfAUser() throws Exception {
        phones.tell("bob", SampleChanges.missed("call-1"));
        assertThat(appSync.seen().getFirst().body().at("/variables/event")).isEqualTo(new ObjectMapper().readTree("""
                {"owner":"bob","callId":"call-1","state":"MISSED","reason":"no_answer",
                 "callerId":"caller-1","calleeId":"callee-1","at":"2026-11-22T10:15:32.123Z",
                 "ringUntil":"2026-11-22T10:16:15.123Z","version":2}
                """));
    }

    @Test
    void givesNoReasonWhereThereIsNone() {
        tell();
        assertThat(appSync.seen().getFirst().body().at("/variables/event").has("reason"))
                .isFalse();
    }

    @Test
    void saysWhichDeviceAnswered() {
        phones.tell("bob", SampleChanges.answered("call-1"));
        assertThat(appSync.seen()
                        .getFirst()
                        .body()
                        .at("/variables/event/answeredBy")
                        .asText())
                .isEqualTo("callee-2");
    }

    @Test
    void sendsOnceWhatIsTaken() {
        tell();
        assertThat(appSync.seen()).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(ints = {429, 500, 503})
    void sendsAgainWhatMayPass(int status) {
        appSync.answer(FakeService.reply(status, "{}"));
        tell();
        assertThat(appSync.seen()).hasSize(2);
        assertThat(pauses.getFirst()).isBetween(Duration.ofMillis(100), Duration.ofMillis(300));
    }

    @Test
    void sendsAgainWhenTheConnectionBreaks() {
        appSync.answer(FakeService.drop());
        tell();
        assertThat(appSync.seen()).hasSize(2);
    }

    @Test
    void sendsAgainWhenTheAnswerDoesNotCome() {
        appSync.answer(appSync.hang());
        phones(Duration.ofMillis(500)).tell("bob", change());
        assertThat(appSync.seen()).hasSize(2);
    }

    @Test
    void givesUpAfterTheSecondTime() {
        appSync.answer(FakeService.reply(503, ""), FakeService.reply(503, ""));
        assertThatThrownBy(this::tell)
                .isInstanceOf(NotPublishedException.class)
                .hasMessage("AppSync answered with status 503");
        assertThat(appSync.seen()).hasSize(2);
    }

    @Test
    void givesUpAfterTheSecondSilence() {
        appSync.answer(FakeService.drop(), FakeService.drop());
        assertThatThrownBy(this::tell)
                .isInstanceOf(NotPublishedException.class)
                .hasMessageStartingWith("AppSync did not answer");
    }

    @ParameterizedTest
    @ValueSource(ints = {400, 401, 403})
    void doesNotRepeatWhatIsRefused(int status) {
        appSync.answer(FakeService.reply(status, "{}"));
        assertThatThrownBy(this::tell).hasMessage("AppSync answered with status " + status);
        assertThat(appSync.seen()).hasSize(1);
    }

    @Test
    void seesARefusalThatComesWithStatus200() {
        appSync.answer(FakeService.reply(200, """
                {"data":{"publishCallEvent":null},"errors":[{"errorType":"Unauthorized","message":"no"}]}"""));
        assertThatThrownBy(this::tell).hasMessage("AppSync refused the event: Unauthorized");
    }

    @ParameterizedTest
    @ValueSource(strings = {"<html>", "", "{}", "[]"})
    void doesNotTakeAnythingElseForAnAnswer(String body) {
        appSync.answer(FakeService.reply(200, body));
        assertThatThrownBy(this::tell).isInstanceOf(NotPublishedException.class);
    }

    @Test
    void rehearsesWithoutTellingAnybody() {
        phones.rehearse(change());
        assertThat(appSync.seen()).isEmpty();
    }

    private void tell() {
        phones.tell("bob", change());
    }

    private static CallChange change() {
        return SampleChanges.rings("call-1");
    }

    private AppSyncPhones phones(Duration patience) {
        var endpoint = new GraphQlEndpoint(
                new Connections(InstantSource.system()),
                new GraphQlEndpoint.Address(appSync.url("/graphql"), "eu-central-1"),
                StaticCredentialsProvider.create(AwsBasicCredentials.create("AKIDEXAMPLE", "secret")),
                patience);
        return new AppSyncPhones(endpoint, pauses::add);
    }
}
