package dev.ringback.local.pinpoint;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.ringback.local.fault.FaultEndpoint;
import dev.ringback.local.fault.Faults;
import dev.ringback.local.iam.Principal;
import dev.ringback.local.inbox.Inbox;
import dev.ringback.local.stack.Provisioned;
import dev.ringback.local.stack.ResourceDeclaration;
import dev.ringback.local.testserver.AdjustableClock;
import dev.ringback.local.testserver.Requests;
import dev.ringback.local.testserver.TestServer;
import java.util.Map;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.core.retry.RetryMode;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.pinpoint.PinpointClient;
import software.amazon.awssdk.services.pinpoint.model.AddressConfiguration;
import software.amazon.awssdk.services.pinpoint.model.DirectMessageConfiguration;
import software.amazon.awssdk.services.pinpoint.model.MessageRequest;
import software.amazon.awssdk.services.pinpoint.model.MessageResult;

/** A Pinpoint with an application, reached with the real SDK. */
final class PinpointFixture implements AutoCloseable {
    static final SamplePushCredentials CREDENTIALS = new SamplePushCredentials();
    // Making an RSA key takes long enough to do it once.
    static final ObjectNode FCM_ACCOUNT = CREDENTIALS.fcmServiceAccount();

    final Inbox inbox = new Inbox();
    final AdjustableClock clock = new AdjustableClock();
    final Faults faults = new Faults();
    final PinpointResources resources;
    final String application;
    final PinpointClient sdk;
    private final TestServer server;

    PinpointFixture(Principal principal) {
        Applications applications = new Applications();
        resources = new PinpointResources(applications, "us-east-1", "000000000000", clock);
        application =
                create("AWS::Pinpoint::App", object().put("Name", "calls")).ref();
        server = TestServer.of(
                new PinpointService(applications, inbox, faults, "us-east-1", "000000000000", clock), principal);
        sdk = PinpointClient.builder()
                .httpClient(UrlConnectionHttpClient.create())
                .endpointOverride(server.uri())
                .region(Region.US_EAST_1)
                .credentialsProvider(StaticCredentialsProvider.create(AwsBasicCredentials.create("id", "secret")))
                .overrideConfiguration(settings ->
                        settings.retryStrategy(RetryMode.STANDARD).retryStrategy(retry -> retry.maxAttempts(1)))
                .build();
    }

    Provisioned create(String type, ObjectNode properties) {
        return resources.create(new ResourceDeclaration("push", "Resource", type, properties, "pushresource1"));
    }

    void fcmChannel() {
        create("AWS::Pinpoint::GCMChannel", fcmProperties());
    }

    ObjectNode fcmProperties() {
        return object().put("ApplicationId", application)
                .put("DefaultAuthenticationMethod", "TOKEN")
                .put("Enabled", true)
                .put("ServiceJson", FCM_ACCOUNT.toString());
    }

    void apnsChannel(String type) {
        create("AWS::Pinpoint::" + type, apnsProperties());
    }

    ObjectNode apnsProperties() {
        ObjectNode key = CREDENTIALS.apns();
        return object().put("ApplicationId", application)
                .put("DefaultAuthenticationMethod", "TOKEN")
                .put("Enabled", true)
                .put("BundleId", "com.example.phone")
                .put("TeamId", key.path("teamId").asText())
                .put("TokenKeyId", key.path("keyId").asText())
                .put("TokenKey", key.path("tokenKey").asText());
    }

    MessageResult send(String token, String channelType, DirectMessageConfiguration message) {
        return sdk.sendMessages(request -> request.applicationId(application)
                        .messageRequest(MessageRequest.builder()
                                .addresses(Map.of(
                                        token,
                                        AddressConfiguration.builder()
                                                .channelType(channelType)
                                                .build()))
                                .messageConfiguration(message)
                                .build()))
                .messageResponse()
                .result()
                .get(token);
    }

    MessageResult sendFcm(String token, String rawContent) {
        return send(
                token,
                "GCM",
                DirectMessageConfiguration.builder()
                        .gcmMessage(message -> message.rawContent(rawContent))
                        .build());
    }

    void plan(String fault) {
        new FaultEndpoint(faults).answer(Requests.of("POST", "/_faults", fault));
    }

    static ObjectNode object() {
        return JsonNodeFactory.instance.objectNode();
    }

    @Override
    public void close() {
        sdk.close();
        server.close();
    }
}
