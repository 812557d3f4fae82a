package dev.ringback.local.pinpoint;

import com.fasterxml.jackson.databind.JsonNode;
import dev.ringback.local.aws.AwsFailure;
import dev.ringback.local.stack.Provisioned;
import dev.ringback.local.stack.ResourceDeclaration;
import dev.ringback.local.stack.ResourceProvider;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Creates Pinpoint applications and their push channels; bad credentials throw {@link AwsFailure}. */
public final class PinpointResources implements ResourceProvider {
    private static final String APP = "AWS::Pinpoint::App";

    private final Applications applications;
    private final String arnPrefix;
    private final Clock clock;
    private final ChannelCredentials credentials = new ChannelCredentials();

    public PinpointResources(Applications applications, String region, String account, Clock clock) {
        this.applications = applications;
        this.arnPrefix = "arn:aws:mobiletargeting:" + region + ":" + account + ":apps/";
        this.clock = clock;
    }

    @Override
    public Set<String> types() {
        Set<String> types = new HashSet<>(Channel.TYPES_BY_RESOURCE.keySet());
        types.add(APP);
        return types;
    }

    @Override
    public Provisioned create(ResourceDeclaration declaration) {
        return declaration.type().equals(APP) ? application(declaration) : channel(declaration);
    }

    private Provisioned application(ResourceDeclaration declaration) {
        String name = declaration.properties().path("Name").asText();
        if (name.isBlank()) {
            throw new AwsFailure(400, "BadRequestException", "The application has no Name.");
        }
        String id = idOf(declaration.physicalId());
        applications.put(new Application(id, name, clock.instant(), Map.of()));
        return new Provisioned(id, Map.of("Arn", arnPrefix + id));
    }

    private Provisioned channel(ResourceDeclaration declaration) {
        JsonNode properties = declaration.properties();
        String application = properties.path("ApplicationId").asText();
        Channel channel = new Channel(
                Channel.TYPES_BY_RESOURCE.get(declaration.type()),
                // Pinpoint documents no default; a channel that does not say so is not relied upon.
                properties.path("Enabled").asBoolean(),
                properties.path("DefaultAuthenticationMethod").asText(defaultMethod(declaration.type())),
                Optional.ofNullable(properties.get("BundleId")).map(JsonNode::asText));
        if (channel.isFcm()) {
            credentials.checkFcm(properties);
        } else {
            credentials.checkApns(properties);
        }
        applications.put(application, channel);
        String id = application + "/" + channel.type();
        return new Provisioned(id, Map.of("Id", id));
    }

    // A GCM channel falls back to the key of FCM's legacy API, which is dead; APNs channels have only their key here.
    private static String defaultMethod(String resourceType) {
        return resourceType.equals("AWS::Pinpoint::GCMChannel") ? "KEY" : "TOKEN";
    }

    private static String idOf(String physicalId) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(physicalId.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(hash, 0, 16);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
