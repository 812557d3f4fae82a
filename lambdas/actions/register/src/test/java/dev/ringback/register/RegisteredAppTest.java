package dev.ringback.register;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.ringback.actionkit.ErrorCode;
import dev.ringback.calling.InMemoryBackend;
import dev.ringback.calling.LoadedActions;
import dev.ringback.calling.device.Device;
import dev.ringback.calling.device.Enrolments;
import dev.ringback.calling.device.NotifyType;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What an app may tell of itself beside its token. */
class RegisteredAppTest {
    private final InMemoryBackend backend = new InMemoryBackend();
    private final LoadedActions actions = new LoadedActions(backend);

    @Test
    void storesAllThatTheAppTells() {
        Device device = device(Map.of(
                "notifyType", "APNS",
                "deviceToken", "alert",
                "voipToken", "voip",
                "installationId", "9B1E-4F",
                "platform", "ios",
                "appVersion", "4.2.0 (117)"));

        assertThat(device.voipToken()).contains("voip");
        assertThat(device.installationId()).contains("9B1E-4F");
        assertThat(device.platform()).contains("ios");
        assertThat(device.appVersion()).contains("4.2.0 (117)");
    }

    @Test
    void takesNullForWhatTheAppDoesNotTell() {
        Map<String, Object> fields = new HashMap<>(token("APNS"));
        fields.put("voipToken", null);
        fields.put("environment", null);

        assertThat(device(fields).voipToken()).isEmpty();
    }

    @Test
    void keepsADeviceAsLongAsTheRetentionSays() {
        Device device = device(token("GCM"));

        assertThat(device.expiresAt()).contains(backend.clock.instant().plus(Enrolments.RETENTION));
    }

    @Test
    void answersTheSameIdForANewTokenOfTheSameInstallation() {
        String before = id(with("installationId", "phone", "GCM", "old"));

        assertThat(id(with("installationId", "phone", "GCM", "new"))).isEqualTo(before);
    }

    @Test
    void registersAnExpiredDeviceAgain() {
        id(token("GCM"));
        backend.clock.advance(Enrolments.RETENTION.plus(Duration.ofDays(1)));

        assertThat(backend.devices.find(id(token("GCM")))).isPresent();
    }

    @ParameterizedTest
    @CsvSource({
        "APNS, sandbox, APNS_SANDBOX",
        "APNS, production, APNS",
        "APNS_SANDBOX, production, APNS",
        "APNS_VOIP, sandbox, APNS_VOIP_SANDBOX",
        "APNS_VOIP_SANDBOX, production, APNS_VOIP"
    })
    void takesTheChannelOfTheEnvironment(String notifyType, String environment, NotifyType channel) {
        JsonNode answer = register(with("environment", environment, notifyType, "token"));

        assertThat(answer.get("notifyType").textValue()).isEqualTo(channel.name());
        assertThat(backend.devices.find(answer.get("id").textValue()).map(Device::notifyType))
                .contains(channel);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "Sandbox", "development"})
    void refusesAnotherEnvironment(String environment) {
        assertThat(refusal(with("environment", environment, "APNS", "token"))).isEqualTo(ErrorCode.BAD_REQUEST);
    }

    @Test
    void refusesAnEnvironmentOfAnAndroidPhone() {
        assertThat(refusal(with("environment", "production", "GCM", "token"))).isEqualTo(ErrorCode.BAD_REQUEST);
    }

    @ParameterizedTest
    @EnumSource(names = {"APNS", "APNS_SANDBOX"})
    void takesAVoipTokenBesideOneForAlerts(NotifyType notifyType) {
        assertThat(device(with("voipToken", "voip", notifyType.name(), "token")).voipToken())
                .contains("voip");
    }

    @ParameterizedTest
    @EnumSource(names = {"GCM", "APNS_VOIP", "APNS_VOIP_SANDBOX"})
    void refusesAVoipTokenBesideAnyOther(NotifyType notifyType) {
        assertThat(refusal(with("voipToken", "voip", notifyType.name(), "token")))
                .isEqualTo(ErrorCode.BAD_REQUEST);
    }

    @Test
    void refusesTheSameTokenTwice() {
        assertThat(refusal(with("voipToken", "token", "APNS", "token"))).isEqualTo(ErrorCode.BAD_REQUEST);
    }

    @ParameterizedTest
    @CsvSource({
        "voipToken, two words",
        "installationId, two words",
        "installationId, ünique",
        "platform, two words",
        "appVersion, 4.2.0½"
    })
    void refusesATextOfAnotherForm(String field, String text) {
        assertThat(refusal(with(field, text, "APNS", "token"))).isEqualTo(ErrorCode.BAD_REQUEST);
    }

    @ParameterizedTest
    @CsvSource({"voipToken, 4096", "installationId, 128", "platform, 32", "appVersion, 64"})
    void takesATextOfTheMostCharactersAndRefusesALongerOne(String field, int most) {
        assertThat(register(with(field, "x".repeat(most), "APNS", "token")).has("id"))
                .isTrue();
        assertThat(refusal(with(field, "x".repeat(most + 1), "APNS", "token"))).isEqualTo(ErrorCode.BAD_REQUEST);
    }

    @Test
    void logsWhichAppItIs() {
        register(with("platform", "android", "GCM", "token"));

        assertThat(backend.telemetry.events())
                .singleElement()
                .satisfies(
                        event -> assertThat(Optional.ofNullable(event.fields().get("platform")))
                                .hasValue("android"));
    }

    private static Map<String, ?> token(String notifyType) {
        return Map.of("notifyType", notifyType, "deviceToken", "token");
    }

    private static Map<String, ?> with(String field, String value, String notifyType, String token) {
        return Map.of("notifyType", notifyType, "deviceToken", token, field, value);
    }

    private Device device(Map<String, ?> fields) {
        return backend.devices.find(id(fields)).orElseThrow();
    }

    private String id(Map<String, ?> fields) {
        return register(fields).get("id").textValue();
    }

    private JsonNode register(Map<String, ?> fields) {
        return actions.answer("anna", "register", fields);
    }

    private ErrorCode refusal(Map<String, ?> fields) {
        return actions.refusal("anna", "register", fields);
    }
}
