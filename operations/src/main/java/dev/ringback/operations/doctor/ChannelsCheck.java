package dev.ringback.operations.doctor;

import dev.ringback.operations.Environment;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import software.amazon.awssdk.services.pinpoint.PinpointClient;

/** Whether the push channels that the environment's file names are there and enabled. */
public final class ChannelsCheck implements Check {
    private static final String SUBJECT = "push channel";

    private final Environment environment;
    private final Function<String, Optional<Boolean>> isEnabled;

    ChannelsCheck(Environment environment, Function<String, Optional<Boolean>> isEnabled) {
        this.environment = environment;
        this.isEnabled = isEnabled;
    }

    public static ChannelsCheck of(Environment environment, PinpointClient pinpoint, String applicationId) {
        return new ChannelsCheck(environment, new PushChannels(pinpoint, applicationId)::isEnabled);
    }

    @Override
    public String subject() {
        return SUBJECT + "s";
    }

    @Override
    public List<Line> look() {
        if (environment.channels().isEmpty()) {
            return List.of(
                    new Line(subject(), new Finding.Wrong("none in " + file() + ", so no phone rings (docs/push.md)")));
        }
        return environment.channels().keySet().stream()
                .map(channel -> new Line(SUBJECT + " " + channel, finding(channel)))
                .toList();
    }

    private Finding finding(String channel) {
        Optional<Boolean> enabled = isEnabled.apply(channel);
        if (enabled.isEmpty()) {
            return new Finding.Wrong("not there, though " + file() + " names it: deploy again");
        }
        return enabled.get()
                ? new Finding.Ok("enabled")
                : new Finding.Wrong("switched off: enable it in AWS End User Messaging, or deploy again");
    }

    private String file() {
        return "environments/" + environment.name() + ".json";
    }
}
