package dev.ringback.infra.data;

import dev.ringback.infra.RingbackStack;
import dev.ringback.infra.environment.Settings;
import io.github.cdklabs.cdknag.NagPackSuppression;
import io.github.cdklabs.cdknag.NagSuppressions;
import java.util.List;
import software.amazon.awscdk.RemovalPolicy;
import software.amazon.awscdk.services.dynamodb.Attribute;
import software.amazon.awscdk.services.dynamodb.AttributeType;
import software.amazon.awscdk.services.dynamodb.BillingMode;
import software.amazon.awscdk.services.dynamodb.GlobalSecondaryIndexProps;
import software.amazon.awscdk.services.dynamodb.PointInTimeRecoverySpecification;
import software.amazon.awscdk.services.dynamodb.ProjectionType;
import software.amazon.awscdk.services.dynamodb.StreamViewType;
import software.amazon.awscdk.services.dynamodb.Table;
import software.amazon.awscdk.services.dynamodb.TableEncryption;
import software.amazon.awscdk.services.secretsmanager.CfnSecret;
import software.constructs.Construct;

/** What must survive a deployment: people, their devices, their calls, and the key to the media provider. */
public final class DataStack extends RingbackStack {
    /** The index of People that answers as whom a user lists one of his client ids. */
    public static final String PEOPLE_BY_CLIENT_ID = "byClientId";
    /** The index of People in the order of "first last" names, by initial. */
    public static final String PEOPLE_BY_FIRST_NAME = "byFirstName";
    /** The index of People in the order of "last first" names, by initial. */
    public static final String PEOPLE_BY_LAST_NAME = "byLastName";

    /** The index of People by the user who made them. */
    public static final String PEOPLE_BY_OWNER = "byOwner";

    /** The index of devices by the user they belong to, in the order of their expiry. */
    public static final String DEVICES_BY_OWNER = "byOwner";

    private final Settings settings;
    private final Table people;
    private final Table peopleDelta;
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
                .sortKey(text("owner"))
                .projectionType(ProjectionType.INCLUDE)
                .nonKeyAttributes(List.of("firstName", "lastName", "_deleted"))
                .build());
        searchable(PEOPLE_BY_FIRST_NAME, "firstInitial", "firstLast");
        searchable(PEOPLE_BY_LAST_NAME, "lastInitial", "lastFirst");
        people.addGlobalSecondaryIndex(GlobalSecondaryIndexProps.builder()
                .indexName(PEOPLE_BY_OWNER)
                .partitionKey(text("owner"))
                .projectionType(ProjectionType.KEYS_ONLY)
                .build());
        peopleDelta = deltaTable();
        deviceInfo = table("DeviceInfo", "id", "expiresAt");
        deviceInfo.addGlobalSecondaryIndex(GlobalSecondaryIndexProps.builder()
                .indexName(DEVICES_BY_OWNER)
                .partitionKey(text("deviceOwner"))
                .sortKey(Attribute.builder()
                        .name("expiresAt")
                        .type(AttributeType.NUMBER)
                        .build())
                .projectionType(ProjectionType.ALL)
                .build());
        calls = keptTable("Calls", "callId", "expiresAt").stream(StreamViewType.NEW_AND_OLD_IMAGES)
                .build();
        CallIndexes.addTo(calls);
        List.of(people, deviceInfo, calls).forEach(this::explainNoRecovery);
        bandwidthSecret = bandwidthSecret();
        List.of(people, peopleDelta, deviceInfo, calls)
                .forEach(table -> exported(table.getTableName(), table.getTableArn()));
        exported(calls.getTableStreamArn(), bandwidthSecretArn());
        output("BandwidthSecretName", "Fill this with the credentials for Bandwidth", bandwidthSecret.getName());
    }

    public Table people() {
        return people;
    }

    /** What has lately become of people, one row a change. */
    public Table peopleDelta() {
        return peopleDelta;
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
        return keptTable(id, partitionKey, timeToLive).build();
    }

    private Table.Builder keptTable(String id, String partitionKey, String timeToLive) {
        // Of a table that has it, AWS keeps a last backup for 35 days, also where nothing is to be left behind.
        return Table.Builder.create(this, id)
                .partitionKey(text(partitionKey))
                .billingMode(BillingMode.PAY_PER_REQUEST)
                .encryption(TableEncryption.AWS_MANAGED)
                .pointInTimeRecoverySpecification(PointInTimeRecoverySpecification.builder()
                        .pointInTimeRecoveryEnabled(settings.keepData())
                        .build())
                .timeToLiveAttribute(timeToLive)
                .deletionProtection(settings.keepData())
                .removalPolicy(settings.removalPolicy());
    }

    private void explainNoRecovery(Table table) {
        if (!settings.keepData()) {
            NagSuppressions.addResourceSuppressions(
                    table,
                    List.of(NagPackSuppression.builder()
                            .id("AwsSolutions-DDB3")
                            .reason("This environment is thrown away with its data, and is to leave no backup behind.")
                            .build()));
        }
    }

    // CloudFormation adds one index an update to a table that exists: the next ones need a deployment each.
    private void searchable(String index, String initial, String name) {
        people.addGlobalSecondaryIndex(GlobalSecondaryIndexProps.builder()
                .indexName(index)
                .partitionKey(text(initial))
                .sortKey(text(name))
                .projectionType(ProjectionType.ALL)
                .build());
    }

    // Always thrown away with its stack: a row is a copy that lives for half an hour, and whoever asks for changes that
    // are gone gets everything from People instead.
    private Table deltaTable() {
        Table delta = Table.Builder.create(this, "PeopleDelta")
                .partitionKey(text("ds_pk"))
                .sortKey(text("ds_sk"))
                .billingMode(BillingMode.PAY_PER_REQUEST)
                .encryption(TableEncryption.AWS_MANAGED)
                .timeToLiveAttribute("_ttl")
                .removalPolicy(RemovalPolicy.DESTROY)
                .build();
        NagSuppressions.addResourceSuppressions(
                delta,
                List.of(NagPackSuppression.builder()
                        .id("AwsSolutions-DDB3")
                        .reason("Rows are copies of changes to People, which has point-in-time recovery, and live for"
                                + " half an hour.")
                        .build()));
        return delta;
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
