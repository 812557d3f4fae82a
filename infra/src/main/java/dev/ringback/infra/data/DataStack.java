package dev.ringback.infra.data;

import dev.ringback.infra.RingbackStack;
import dev.ringback.infra.environment.Settings;
import io.github.cdklabs.cdknag.NagPackSuppression;
import io.github.cdklabs.cdknag.NagSuppressions;
import java.util.List;
import software.amazon.awscdk.services.dynamodb.Attribute;
import software.amazon.awscdk.services.dynamodb.AttributeType;
import software.amazon.awscdk.services.dynamodb.BillingMode;
import software.amazon.awscdk.services.dynamodb.GlobalSecondaryIndexProps;
import software.amazon.awscdk.services.dynamodb.PointInTimeRecoverySpecification;
import software.amazon.awscdk.services.dynamodb.ProjectionType;
import software.amazon.awscdk.services.dynamodb.Table;
import software.amazon.awscdk.services.dynamodb.TableEncryption;
import software.amazon.awscdk.services.secretsmanager.CfnSecret;
import software.constructs.Construct;

/** What must survive a deployment: people, their devices, their calls, and the key to the media provider. */
public final class DataStack extends RingbackStack {
    /** The index of People that answers whose client id this is. */
    public static final String PEOPLE_BY_CLIENT_ID = "byClientId";

    private final Settings settings;
    private final Table people;
    private final Table deviceInfo;
    private final Table calls;
    private final CfnSecret bandwidthSecret;

    public DataStack(Construct scope, Settings settings) {
        super(scope, settings, "Data", "Tables and secrets of Ringback");
        this.settings = settings;
        people = table("People", "id", "_ttl");
        people.addGlobalSecondaryIndex(GlobalSecondaryIndexProps.builder()
                .indexName(PEOPLE_BY_CLIENT_ID)
                .partitionKey(text("clientId"))
                .projectionType(ProjectionType.INCLUDE)
                .nonKeyAttributes(List.of("firstName", "lastName", "owner", "_deleted"))
                .build());
        deviceInfo = table("DeviceInfo", "id", "expiresAt");
        calls = table("Calls", "callId", "expiresAt");
        bandwidthSecret = bandwidthSecret();
        output("BandwidthSecretName", "Fill this with the credentials for Bandwidth", bandwidthSecret.getName());
    }

    public Table people() {
        return people;
    }

    public Table deviceInfo() {
        return deviceInfo;
    }

    public Table calls() {
        return calls;
    }

    /** The full ARN, with the suffix that Secrets Manager adds. */
    public String bandwidthSecretArn() {
        return bandwidthSecret.getRef();
    }

    private Table table(String id, String partitionKey, String timeToLive) {
        return Table.Builder.create(this, id)
                .partitionKey(text(partitionKey))
                .billingMode(BillingMode.PAY_PER_REQUEST)
                .encryption(TableEncryption.AWS_MANAGED)
                .pointInTimeRecoverySpecification(PointInTimeRecoverySpecification.builder()
                        .pointInTimeRecoveryEnabled(true)
                        .build())
                .timeToLiveAttribute(timeToLive)
                .deletionProtection(settings.keepData())
                .removalPolicy(settings.removalPolicy())
                .build();
    }

    private static Attribute text(String name) {
        return Attribute.builder().name(name).type(AttributeType.STRING).build();
    }

    // Not the higher-level Secret: that one always has a value generated, and this must stay empty until it is filled.
    private CfnSecret bandwidthSecret() {
        CfnSecret secret = CfnSecret.Builder.create(this, "BandwidthSecret")
                .name(settings.prefix() + "/bandwidth")
                .description("Credentials for Bandwidth as JSON; empty until an operator fills it")
                .build();
        secret.applyRemovalPolicy(settings.removalPolicy());
        NagSuppressions.addResourceSuppressions(
                secret,
                List.of(NagPackSuppression.builder()
                        .id("AwsSolutions-SMG4")
                        .reason(
                                "Bandwidth issues these credentials and has no call to rotate them, so no function could."
                                        + " An operator replaces them; running functions read the secret again when refused.")
                        .build()));
        return secret;
    }
}
