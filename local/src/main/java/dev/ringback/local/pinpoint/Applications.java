package dev.ringback.local.pinpoint;

import dev.ringback.local.aws.AwsFailure;
import java.util.HashMap;
import java.util.Map;

/** The Pinpoint applications of the account. */
public final class Applications {
    private final Map<String, Application> byId = new HashMap<>();

    synchronized void put(Application application) {
        byId.put(application.id(), application);
    }

    synchronized void put(String applicationId, Channel channel) {
        Application application = get(applicationId);
        Map<String, Channel> channels = new HashMap<>(application.channels());
        channels.put(channel.type(), channel);
        put(new Application(applicationId, application.name(), application.createdAt(), Map.copyOf(channels)));
    }

    synchronized Application get(String applicationId) {
        Application found = byId.get(applicationId);
        if (found == null) {
            throw new AwsFailure(404, "NotFoundException", "Resource not found");
        }
        return found;
    }
}
