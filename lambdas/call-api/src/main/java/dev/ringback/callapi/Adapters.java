package dev.ringback.callapi;

import dev.ringback.calling.account.DynamoDbGoneAccounts;
import dev.ringback.calling.account.GoneAccounts;
import dev.ringback.calling.account.OwnedCalls;
import dev.ringback.calling.account.OwnedPeople;
import dev.ringback.calling.account.PeopleErasure;
import dev.ringback.calling.aws.AwsClients;
import dev.ringback.calling.block.BlockStore;
import dev.ringback.calling.block.DynamoDbBlockStore;
import dev.ringback.calling.call.CallHistory;
import dev.ringback.calling.call.CallLimits;
import dev.ringback.calling.call.CallStore;
import dev.ringback.calling.call.CallTimes;
import dev.ringback.calling.call.DynamoDbCallHistory;
import dev.ringback.calling.call.DynamoDbCallStore;
import dev.ringback.calling.call.DynamoDbOwnedCalls;
import dev.ringback.calling.call.LambdaRinger;
import dev.ringback.calling.call.LoggedCalls;
import dev.ringback.calling.call.RingTimer;
import dev.ringback.calling.call.SqsRingTimer;
import dev.ringback.calling.device.DeviceRetention;
import dev.ringback.calling.device.DeviceStore;
import dev.ringback.calling.device.DynamoDbDeviceStore;
import dev.ringback.calling.media.bandwidth.BandwidthSessions;
import dev.ringback.calling.media.bandwidth.Limits;
import dev.ringback.calling.person.DynamoDbOwnedPeople;
import dev.ringback.calling.person.DynamoDbPeople;
import dev.ringback.calling.person.DynamoDbPeopleErasure;
import dev.ringback.calling.person.People;
import dev.ringback.calling.secret.SecretsManagerBandwidthSecret;
import dev.ringback.functionkit.Environment;
import dev.ringback.telemetry.Telemetry;
import java.time.Clock;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.function.Supplier;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.lambda.LambdaClient;
import software.amazon.awssdk.services.secretsmanager.SecretsManagerClient;
import software.amazon.awssdk.services.sqs.SqsClient;

/** The ports that AWS and Bandwidth are behind, each from the environment variables that its need brings. */
record Adapters(Environment environment, Clock clock, Telemetry telemetry) {
    /** Longer than the function may run, so that it ends only when the function died half-way. */
    private static final Duration SET_UP_LEASE = Duration.ofSeconds(30);

    Offers offers() {
        AwsClients aws = new AwsClients(Region.of(environment.text("AWS_REGION")));
        Offers offers = new Offers();
        offers.offer(AwsClients.class, () -> aws)
                .offer(Environment.class, () -> environment)
                .offer(DynamoDbClient.class, () -> aws.build(DynamoDbClient.builder()));
        stores(offers, () -> offers.get(DynamoDbClient.class));
        return offers.offer(CallTimes.class, this::times)
                .offer(CallLimits.class, () -> new CallLimits(environment.number("CALLS_PER_USER_PER_MINUTE")))
                .offer(
                        DeviceRetention.class,
                        () -> new DeviceRetention(environment.duration("DEVICE_RETENTION_DAYS", ChronoUnit.DAYS)))
                .offer(BandwidthSessions.class, () -> sessions(aws))
                .offer(
                        LambdaRinger.class,
                        () -> new LambdaRinger(
                                aws.build(LambdaClient.builder()), environment.text("PUSH_FUNCTION_ARN")))
                .offer(
                        RingTimer.class,
                        () -> new SqsRingTimer(
                                aws.build(SqsClient.builder()), environment.text("RING_TIMEOUT_QUEUE_URL"), clock));
    }

    private void stores(Offers offers, Supplier<DynamoDbClient> dynamoDb) {
        offers.offer(
                        DeviceStore.class,
                        () -> new DynamoDbDeviceStore(dynamoDb.get(), environment.text("DEVICE_INFO_TABLE"), clock))
                .offer(
                        CallStore.class,
                        () -> new LoggedCalls(
                                new DynamoDbCallStore(
                                        dynamoDb.get(),
                                        environment.text("CALLS_TABLE"),
                                        environment.text("DEVICE_INFO_TABLE")),
                                telemetry))
                .offer(
                        BlockStore.class,
                        () -> new DynamoDbBlockStore(dynamoDb.get(), environment.text("DEVICE_INFO_TABLE")))
                .offer(
                        CallHistory.class,
                        () -> new DynamoDbCallHistory(dynamoDb.get(), environment.text("CALLS_TABLE")))
                .offer(People.class, () -> new DynamoDbPeople(dynamoDb.get(), environment.text("PEOPLE_TABLE")));
        account(offers, dynamoDb);
    }

    private void account(Offers offers, Supplier<DynamoDbClient> dynamoDb) {
        offers.offer(OwnedCalls.class, () -> new DynamoDbOwnedCalls(dynamoDb.get(), environment.text("CALLS_TABLE")))
                .offer(
                        OwnedPeople.class,
                        () -> new DynamoDbOwnedPeople(dynamoDb.get(), environment.text("PEOPLE_TABLE")))
                .offer(
                        PeopleErasure.class,
                        () -> new DynamoDbPeopleErasure(
                                dynamoDb.get(),
                                environment.text("PEOPLE_TABLE"),
                                environment.text("PEOPLE_DELTA_TABLE")))
                .offer(
                        GoneAccounts.class,
                        () -> new DynamoDbGoneAccounts(dynamoDb.get(), environment.text("DEVICE_INFO_TABLE")));
    }

    private CallTimes times() {
        return new CallTimes(
                environment.duration("RING_SECONDS", ChronoUnit.SECONDS),
                SET_UP_LEASE,
                environment.duration("CALL_LEASE_MINUTES", ChronoUnit.MINUTES),
                environment.duration("CALL_RETENTION_DAYS", ChronoUnit.DAYS),
                !environment.flag("JOIN_WITHOUT_ANSWER"));
    }

    private BandwidthSessions sessions(AwsClients aws) {
        var secret = new SecretsManagerBandwidthSecret(
                aws.build(SecretsManagerClient.builder()), environment.text("BANDWIDTH_SECRET_ARN"), clock);
        return new BandwidthSessions(secret, clock, Limits.standard(), telemetry);
    }
}
