package dev.ringback.infra.environment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.ringback.infra.SynthRefused;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import software.amazon.awscdk.services.logs.RetentionDays;

class EnvironmentFilesTest {
    @TempDir
    private Path parent;

    private Path folder;
    private String valid;

    @BeforeEach
    void takeAValidFile() throws IOException {
        folder = Files.createDirectory(parent.resolve("environments"));
        Files.copy(
                Path.of("../environments/schema/environment.json"),
                Files.createDirectory(folder.resolve("schema")).resolve("environment.json"));
        valid = Files.readString(Path.of("src/test/resources/environments/full.json"));
    }

    @Test
    void aValidFileBecomesSettings() throws IOException {
        Settings settings = read(valid);
        assertThat(settings.environment()).isEqualTo("qa");
        assertThat(settings.prefix()).isEqualTo("ringback-qa");
        assertThat(settings.keepData()).isTrue();
        assertThat(settings.logRetention()).isEqualTo(RetentionDays.THREE_MONTHS);
        assertThat(settings.signIn()).isEqualTo(new SignIn(false, 30, 10));
        assertThat(settings.calls()).isEqualTo(new Calls(90, 60, 30, false, 20));
        assertThat(settings.devices()).isEqualTo(new Devices(45));
        assertThat(settings.callApi().corsOrigins()).hasSize(2);
        assertThat(settings.directory()).isEqualTo(new Directory(false, Optional.of(new RateLimit(5000, 300))));
        assertThat(settings.push().includeParticipantToken()).isTrue();
        assertThat(settings.push().channels().get(PushChannel.GCM))
                .isEqualTo(new ChannelSecret("push/fcm", Optional.empty()));
        assertThat(settings.operations())
                .isEqualTo(new Operations(
                        Optional.empty(),
                        Optional.of("on-call@example.com"),
                        "https://git.example.com/ringback/blob/main/docs/runbook.md"));
        assertThat(settings.account()).contains("111111111111");
        assertThat(settings.region()).contains("eu-central-1");
        assertThat(settings.tags()).isEqualTo(Map.of("team", "telephony"));
    }

    @Test
    void aFileHoldsOnlyWhatDiffersFromProduction() throws IOException {
        Settings settings = read("""
                {"push": {"deepLink": "https://app.example.com/incomingCall"}}""");
        assertThat(settings.keepData()).isTrue();
        assertThat(settings.signIn()).isEqualTo(new SignIn(false, 15, 30));
        assertThat(settings.callApi()).isEqualTo(new CallApi(1769, 15, 200, 400, List.of()));
        assertThat(settings.directory()).isEqualTo(new Directory(false, Optional.of(new RateLimit(10000, 600))));
        assertThat(settings.push().channels()).isEmpty();
        assertThat(settings.calls()).isEqualTo(new Calls(45, 120, 90, true, 10));
        assertThat(settings.operations())
                .isEqualTo(new Operations(Optional.empty(), Optional.empty(), "docs/runbook.md"));
        assertThat(settings.account()).isEmpty();
        assertThat(settings.region()).isEmpty();
        assertThat(settings.tags()).isEmpty();
    }

    @Test
    void theRateLimitIsSwitchedOffByNull() throws IOException {
        Settings settings = read(Files.readString(Path.of("src/test/resources/environments/bare.json")));
        assertThat(settings.directory().rateLimit()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            "keepData": true              | "keepdata": true              | keepdata is not a known key; known here: $schema, account, callApi, calls, devices, directory, keepData, logRetentionDays, operations, push, region, signIn, tags.
            "keepData": true              | "keepData": "yes"             | keepData must be true or false, not "yes".
            "keepData": true,             | "keepData": true, "color": 1, | color is not a known key; known here: $schema, account, callApi, calls, devices, directory, keepData, logRetentionDays, operations, push, region, signIn, tags.
            "introspection": false        | "introspection": 0            | directory.introspection must be true or false, not 0.
            "introspection": false        | "introspection": true, "x": 1 | directory.x is not a known key; known here: introspection, rateLimit.
            "perAddress": 5000            | "perAddress": 9               | directory.rateLimit.perAddress must be a whole number from 10 to 2000000000, not 9.
            "perAddress": 5000            | "perAddress": 2000000001      | directory.rateLimit.perAddress must be a whole number from 10 to 2000000000, not 2000000001.
            "perToken": 300               | "perUser": 300                | directory.rateLimit.perUser is not a known key; known here: perAddress, perToken.
            "perToken": 300               | "perToken": 300, "x": 1       | directory.rateLimit.x is not a known key; known here: perAddress, perToken.
            "leaseMinutes": 60            | "leaseMinutes": 541           | calls.leaseMinutes must be a whole number from 5 to 540, not 541.
            "leaseMinutes": 60            | "leaseMinutes": 60, "x": 1    | calls.x is not a known key; known here: declineEndsAll, leaseMinutes, perUserPerMinute, retentionDays, ringSeconds.
            "retentionDays": 30           | "retentionDays": 0            | calls.retentionDays must be a whole number from 1 to 365, not 0.
            "retentionDays": 30           | "retentionDays": 366          | calls.retentionDays must be a whole number from 1 to 365, not 366.
            "retentionDays": 30           | "retentionDays": "for ever"   | calls.retentionDays must be a whole number from 1 to 365, not "for ever".
            "retentionDays": 45           | "retentionDays": 0            | devices.retentionDays must be a whole number from 1 to 3650, not 0.
            "retentionDays": 45           | "retentionDays": 3651         | devices.retentionDays must be a whole number from 1 to 3650, not 3651.
            "retentionDays": 45           | "retentionDays": 45, "x": 1   | devices.x is not a known key; known here: retentionDays.
            "declineEndsAll": false       | "declineEndsAll": "no"        | calls.declineEndsAll must be true or false, not "no".
            "perUserPerMinute": 20        | "perUserPerMinute": 0         | calls.perUserPerMinute must be a whole number from 1 to 1000, not 0.
            "perUserPerMinute": 20        | "perUserPerMinute": 1001      | calls.perUserPerMinute must be a whole number from 1 to 1000, not 1001.
            "ringSeconds": 90             | "ringSeconds": 14             | calls.ringSeconds must be a whole number from 15 to 120, not 14.
            "ringSeconds": 90             | "ringSeconds": 121            | calls.ringSeconds must be a whole number from 15 to 120, not 121.
            "ringSeconds": 90             | "ringSeconds": 30.5           | calls.ringSeconds must be a whole number from 15 to 120, not 30.5.
            "ringSeconds": 90             | "ringSeconds": "90"           | calls.ringSeconds must be a whole number from 15 to 120, not "90".
            "ringSeconds": 90             | "ringSeconds": null           | calls.ringSeconds must be a whole number from 15 to 120, not null.
            "deepLink": "https://app.example.com/incomingCall", | `` | push.deepLink is missing; it must be a URL without query, such as "https://app.example.com/incomingCall".
            "logRetentionDays": 90        | "logRetentionDays": 31        | logRetentionDays must be one of [1, 3, 5, 7, 14, 30, 60, 90, 120, 150, 180, 365, 400, 545, 731, 1096, 1827, 3653], not 31.
            "timeoutSeconds": 16          | "timeoutSeconds": 26          | callApi.timeoutSeconds must be a whole number from 15 to 25, not 26.
            "memoryMb": 512               | "memoryMb": 128               | push.memoryMb must be a whole number from 256 to 10240, not 128.
            "https://app.example.com",    | "*",                          | callApi.corsOrigins[0] must be an origin such as "https://app.example.com", not "*".
            ["https://app.example.com", "http://localhost:8080"] | "https://app.example.com" | callApi.corsOrigins must be a list, not "https://app.example.com".
            /incomingCall"                | /incomingCall?tok=1"          | push.deepLink must be a URL without query, such as "https://app.example.com/incomingCall", not "https://app.example.com/incomingCall?tok=1".
            "includeParticipantToken": true | "includeParticipantToken": 1 | push.includeParticipantToken must be true or false, not 1.
            "GCM"                         | "FCM"                         | push.channels.FCM is not a known key; known here: APNS, APNS_SANDBOX, APNS_VOIP, APNS_VOIP_SANDBOX, GCM.
            "secret": "push/fcm"          | "secret": ""                  | push.channels.GCM.secret must be the name or the full ARN of a secret, not "".
            "secret": "push/fcm"          | "version": "11111111-2222-3333-4444-555555555555" | push.channels.GCM.secret is missing; it must be the name or the full ARN of a secret.
            secret:push/apns-AbCdEf       | secret:push/apns              | push.channels.APNS_VOIP_SANDBOX.secret must be the name or the full ARN of a secret, not "arn:aws:secretsmanager:eu-central-1:111111111111:secret:push/apns".
            "11111111-2222-3333-4444-555555555555" | "AWSPREVIOUS"        | push.channels.APNS_VOIP.version must be the id of a version of the secret, not "AWSPREVIOUS".
            { "secret": "push/fcm" }      | "push/fcm"                    | push.channels.GCM must be an object, not "push/fcm".
            on-call@example.com           | on-call                       | operations.alarmEmail must be an e-mail address, not "on-call".
            "alarmEmail"                  | "alarmTopicArn"               | operations.alarmTopicArn must be the ARN of an SNS topic, not "on-call@example.com".
            "alarmEmail"                  | "alarmTopicArn": "arn:aws:sns:eu-west-1:222222222222:on-call", "alarmEmail" | operations.alarmEmail goes with the environment's own topic; subscribe it to that of alarmTopicArn instead.
            docs/runbook.md               | docs/runbook.md#top           | operations.runbook must be a path, or a URL that begins with https://, not "https://git.example.com/ringback/blob/main/docs/runbook.md#top".
            "account": "111111111111"     | "account": 111111111111       | account must be an account id of 12 digits in quotes, not 111111111111.
            "eu-central-1",               | "Frankfurt",                  | region must be a region such as "eu-central-1", not "Frankfurt".
            "team":                       | "aws:team":                   | tags.aws:team must be the key of a tag: up to 128 letters, digits, spaces and .:/=+@-_, not beginning with aws:.
            "telephony"                   | 7                             | tags.team must be the value of a tag: up to 256 letters, digits, spaces and .:/=+@-_, not 7.
            """)
    void oneSentenceNamesFileAndKey(String text, String replacement, String sentence) {
        assertThat(valid).contains(text);
        assertThatExceptionOfType(SynthRefused.class)
                .isThrownBy(() -> read(valid.replace(text, replacement)))
                .withMessage("environments/qa.json: " + sentence);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            {                           | line 2, column 1
            {"keepData": true} more     | line 1, column 20
            {"keepData": 1, "keepData": 2} | line 1, column 27
            """)
    void brokenJsonIsRefusedWithItsPlace(String content, String place) {
        assertThatExceptionOfType(SynthRefused.class)
                .isThrownBy(() -> read(content + "\n"))
                .withMessageStartingWith("environments/qa.json is not valid JSON at " + place + ": ")
                .withMessageNotContaining("\n");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {"[]", "7", "``"})
    void aFileThatIsNoObjectIsRefused(String content) {
        assertThatExceptionOfType(SynthRefused.class)
                .isThrownBy(() -> read(content))
                .withMessage("environments/qa.json must hold one JSON object.");
    }

    @Test
    void anUnknownEnvironmentIsAnsweredWithTheKnownOnes() throws IOException {
        Files.writeString(folder.resolve("prod.json"), valid);
        Files.writeString(folder.resolve("dev.json"), valid);
        Files.writeString(folder.resolve("Notes.txt"), "");
        assertThatExceptionOfType(SynthRefused.class)
                .isThrownBy(() -> new EnvironmentFiles(folder).read("../environments/prod"))
                .withMessage("There is no environment \"../environments/prod\"; choose one by -c env=NAME: dev, prod.");
    }

    @Test
    void aMissingFolderIsNamed() {
        assertThatExceptionOfType(SynthRefused.class)
                .isThrownBy(() -> new EnvironmentFiles(parent.resolve("none")).names())
                .withMessage("There is no folder " + parent.resolve("none") + ".");
    }

    private Settings read(String content) throws IOException {
        Files.writeString(folder.resolve("qa.json"), content);
        return new EnvironmentFiles(folder).read("qa");
    }
}
