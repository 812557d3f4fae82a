package dev.ringback.operations.doctor;

import dev.ringback.calling.media.bandwidth.BandwidthSessions;
import dev.ringback.calling.media.bandwidth.Limits;
import dev.ringback.calling.secret.BandwidthSecret;
import dev.ringback.calling.secret.SecretsManagerBandwidthSecret;
import dev.ringback.operations.Environment;
import dev.ringback.operations.cloud.Cloud;
import dev.ringback.operations.cloud.Stacks;
import dev.ringback.pushnotifier.pinpoint.PinpointPushSender;
import java.net.URI;
import java.net.http.HttpClient;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import software.amazon.awssdk.services.lambda.LambdaClient;
import software.amazon.awssdk.services.pinpoint.PinpointClient;
import software.amazon.awssdk.services.secretsmanager.SecretsManagerClient;

/** The checks of one backend. */
public final class Checks {
    private static final String ALIAS = "AWS::Lambda::Alias";

    private final Environment environment;
    private final Cloud cloud;
    private final Stacks stacks;
    private final HttpClient http;
    private final InstantSource clock = InstantSource.system();

    public Checks(Environment environment, Cloud cloud, Stacks stacks, HttpClient http) {
        this.environment = environment;
        this.cloud = cloud;
        this.stacks = stacks;
        this.http = http;
    }

    /**
     * @param accessToken of a user
     * @throws dev.ringback.operations.NotPossible if the backend is not deployed
     */
    public List<Check> all(Optional<String> accessToken, Optional<TestPush.Target> push) {
        // Before any check: a function that cannot be found would count as one that is wrong.
        stacks.require("Calling");
        SecretsManagerClient secrets = cloud.client(SecretsManagerClient.builder());
        PinpointClient pinpoint = cloud.client(PinpointClient.builder());
        String application = stacks.output("Push", "PushApplicationId");
        URI graphql = URI.create(stacks.output("Directory", "GraphqlUrl"));
        URI realtime = URI.create(stacks.output("Directory", "GraphqlRealtimeUrl"));
        List<Check> checks = new ArrayList<>();
        checks.add(bandwidth(secrets, stacks.output("Data", "BandwidthSecretName")));
        checks.add(new PushSecretsCheck(environment, secrets));
        checks.add(ChannelsCheck.of(environment, pinpoint, application));
        push.ifPresent(target -> checks.add(
                new TestPush(target, new PinpointPushSender(pinpoint, application, environment.deepLink()), clock)));
        checks.add(new GraphQlCheck(http, graphql, accessToken));
        checks.add(new SubscriptionCheck(http, realtime, graphql.getAuthority(), accessToken));
        checks.add(new FunctionsCheck(cloud.client(LambdaClient.builder()), this::aliases));
        return checks;
    }

    private Check bandwidth(SecretsManagerClient secrets, String secretName) {
        BandwidthSecret secret = new SecretsManagerBandwidthSecret(secrets, secretName, clock);
        BandwidthSessions sessions = new BandwidthSessions(secret, clock, Limits.standard(), new NoTelemetry());
        return new BandwidthCheck(secret, secretName, sessions::tryOut);
    }

    private List<String> aliases() {
        return Stream.of("Push", "Calling")
                .flatMap(stack -> stacks.resources(stack, ALIAS).stream())
                .toList();
    }
}
