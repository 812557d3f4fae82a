package dev.ringback.infra.push;

import dev.ringback.infra.RingbackStack;
import dev.ringback.infra.data.DataStack;
import dev.ringback.infra.environment.Settings;
import dev.ringback.infra.function.FailureQueue;
import dev.ringback.infra.function.FunctionCode;
import dev.ringback.infra.function.JavaFunction;
import dev.ringback.infra.function.Permission;
import dev.ringback.infra.operations.Alarms;
import dev.ringback.infra.operations.OwnMetric;
import dev.ringback.infra.operations.Watch;
import dev.ringback.telemetry.Metric;
import java.util.List;
import java.util.Map;
import software.amazon.awscdk.Acknowledgment;
import software.amazon.awscdk.ArnComponents;
import software.amazon.awscdk.Duration;
import software.amazon.awscdk.Validations;
import software.amazon.awscdk.services.iam.PolicyStatement;
import software.amazon.awscdk.services.lambda.Alias;
import software.amazon.awscdk.services.lambda.EventInvokeConfigOptions;
import software.amazon.awscdk.services.lambda.destinations.SqsDestination;
import software.amazon.awscdk.services.pinpoint.CfnApp;
import software.amazon.awscdk.services.sqs.Queue;
import software.constructs.Construct;

/** What rings a phone: the push application with its channels, and the function that sends. */
public final class PushStack extends RingbackStack {
    private static final int LEAST_EVENT_AGE_SECONDS = 60;

    private final Settings settings;
    private final DataStack data;
    private final CfnApp application;
    private final Alias pushNotifier;

    public PushStack(Construct scope, Settings settings, DataStack data, FunctionCode code) {
        super(scope, settings, "Push", "Incoming-call pushes of Ringback");
        this.settings = settings;
        this.data = data;
        application = application();
        settings.push().channels().forEach((channel, secret) -> Channels.add(this, application, channel, secret));
        Queue failures = FailureQueue.in(this, "PushFailures");
        pushNotifier = pushNotifier(code, failures);
        pushNotifier.configureAsyncInvoke(EventInvokeConfigOptions.builder()
                // A push that comes after the ringing has ended is worth nothing; Lambda's least age is a minute.
                .maxEventAge(Duration.seconds(
                        Math.max(LEAST_EVENT_AGE_SECONDS, settings.calls().ringSeconds())))
                // Lambda tries again only after a minute. Most calls have ended as UNREACHABLE by then, and an attempt
                // that finds its call over succeeds, so that the failure would not get into the queue.
                .retryAttempts(0)
                .onFailure(new SqsDestination(failures))
                .build());
        alarms(failures);
        exported(pushNotifier.getFunctionArn());
        output("PushApplicationId", "The application in AWS End User Messaging", application.getRef());
        output("PushFailuresQueueUrl", "Calls whose push could not be sent at all", failures.getQueueUrl());
    }

    /** What sends pushes; it takes the id of a call that is to ring, or an event of the bus. */
    public Alias pushNotifier() {
        return pushNotifier;
    }

    // One token may be a device's fault; several are a wrong app id or key.
    private void alarms(Queue failures) {
        Alarms alarms = new Alarms(this, settings);
        alarms.anyIn(failures, "FailedPushes", "Pushes could not be sent: phones did not ring");
        alarms.add(
                "WrongChannelTokens",
                Watch.atLeast(3, OwnMetric.sum(Metric.PUSH_WRONG_FOR_CHANNEL, settings, Duration.hours(1))),
                "A push channel does not know tokens: sandbox and production, bundle or project are mixed up");
    }

    private CfnApp application() {
        CfnApp app = CfnApp.Builder.create(this, "Application")
                .name(settings.prefix())
                .build();
        Validations.of(app)
                .acknowledge(Acknowledgment.builder()
                        .id("CloudFormation-Validate::W3696")
                        .reason("Pinpoint's campaigns ended; its applications, push channels and SendMessages live on"
                                + " as AWS End User Messaging and have no other CloudFormation type.")
                        .build());
        return app;
    }

    private Alias pushNotifier(FunctionCode code, Queue failures) {
        return new JavaFunction(
                        this,
                        "PushNotifier",
                        new JavaFunction.Props(
                                settings,
                                code,
                                "dev.ringback.pushnotifier.PushNotifierHandler::handleRequest",
                                "Rings the phones of the callee, and tells them to stop",
                                settings.push().memoryMb(),
                                settings.push().timeoutSeconds(),
                                environment(),
                                permissions(failures)))
                .live();
    }

    private Map<String, String> environment() {
        return Map.of(
                "ENVIRONMENT_NAME", settings.environment(),
                "DEVICE_INFO_TABLE", data.deviceInfo().getTableName(),
                "CALLS_TABLE", data.calls().getTableName(),
                "PEOPLE_TABLE", data.people().getTableName(),
                "PEOPLE_BY_CLIENT_ID_INDEX", DataStack.PEOPLE_BY_CLIENT_ID,
                "PINPOINT_APPLICATION_ID", application.getRef(),
                "DEEP_LINK", settings.push().deepLink(),
                "INCLUDE_PARTICIPANT_TOKEN", Boolean.toString(settings.push().includeParticipantToken()));
    }

    private List<PolicyStatement> permissions(Queue failures) {
        return List.of(
                // A call to a phone that cannot be reached ends at once, and frees both devices; dead tokens are
                // removed.
                Permission.to("FreeDevices")
                        .allow("dynamodb:DeleteItem", "dynamodb:GetItem", "dynamodb:UpdateItem")
                        .on(data.deviceInfo().getTableArn()),
                Permission.to("FindDevicesOfUsers")
                        .allow("dynamodb:Query")
                        .on(data.deviceInfo().getTableArn() + "/index/" + DataStack.DEVICES_BY_OWNER),
                Permission.to("EndCalls")
                        .allow("dynamodb:GetItem", "dynamodb:UpdateItem")
                        .on(data.calls().getTableArn()),
                Permission.to("FindCallersName")
                        .allow("dynamodb:Query")
                        .on(data.people().getTableArn() + "/index/" + DataStack.PEOPLE_BY_CLIENT_ID),
                Permission.to("SendPushes")
                        .allow("mobiletargeting:SendMessages")
                        .on(formatArn(ArnComponents.builder()
                                .service("mobiletargeting")
                                .resource("apps")
                                .resourceName(application.getRef() + "/messages")
                                .build())),
                Permission.to("ReportFailures").allow("sqs:SendMessage").on(failures.getQueueArn()));
    }
}
