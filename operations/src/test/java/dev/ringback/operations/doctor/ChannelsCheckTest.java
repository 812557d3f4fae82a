package dev.ringback.operations.doctor;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ringback.operations.Environment;
import dev.ringback.operations.Environment.PushSecret;
import dev.ringback.operations.cloud.Cloud;
import dev.ringback.operations.cloud.FakeAws;
import dev.ringback.operations.doctor.Check.Line;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.services.pinpoint.PinpointClient;

class ChannelsCheckTest {
    private final FakeAws aws = new FakeAws();
    private final Cloud cloud = aws.cloud();

    ChannelsCheckTest() throws IOException {}

    @AfterEach
    void close() {
        cloud.close();
        aws.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"GCM", "APNS", "APNS_SANDBOX", "APNS_VOIP", "APNS_VOIP_SANDBOX"})
    void findsAChannelEnabled(String channel) {
        aws.on("GET " + path(channel), 200, "{\"Enabled\":true,\"Platform\":\"" + channel + "\"}");

        assertThat(look(channel)).containsExactly(new Line("push channel " + channel, new Finding.Ok("enabled")));
    }

    @Test
    void saysThatAChannelIsSwitchedOff() {
        aws.on("GET " + path("GCM"), 200, "{\"Enabled\":false,\"Platform\":\"GCM\"}");

        assertThat(look("GCM").getFirst().finding())
                .isInstanceOf(Finding.Wrong.class)
                .extracting(Finding::text)
                .asString()
                .startsWith("switched off");
    }

    @Test
    void saysThatAChannelIsNotThere() {
        aws.on("GET " + path("GCM"), 200, "{\"Enabled\":true,\"Platform\":\"GCM\"}")
                .refuse("GET " + path("APNS"), 404, "NotFoundException");

        assertThat(look("GCM", "APNS"))
                .extracting(Line::finding)
                .containsExactly(
                        new Finding.Ok("enabled"),
                        new Finding.Wrong("not there, though environments/dev.json names it: deploy again"));
    }

    @Test
    void saysThatNoPhoneRingsWithoutChannels() {
        assertThat(look())
                .containsExactly(new Line(
                        "push channels",
                        new Finding.Wrong("none in environments/dev.json, so no phone rings (docs/push.md)")));
    }

    private static String path(String channel) {
        return "/v1/apps/app-1/channels/" + channel.toLowerCase(java.util.Locale.ROOT);
    }

    private List<Line> look(String... channels) {
        SequencedMap<String, PushSecret> named = new LinkedHashMap<>();
        List.of(channels).forEach(channel -> named.put(channel, new PushSecret("ringback-dev/any", Optional.empty())));
        var environment = new Environment("dev", Optional.empty(), named, "https://any");
        return ChannelsCheck.of(environment, cloud.client(PinpointClient.builder()), "app-1")
                .look();
    }
}
