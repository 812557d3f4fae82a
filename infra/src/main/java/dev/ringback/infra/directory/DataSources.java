package dev.ringback.infra.directory;

import dev.ringback.infra.data.DataStack;
import dev.ringback.infra.function.Permission;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import software.amazon.awscdk.Stack;
import software.amazon.awscdk.services.appsync.CfnDataSource;
import software.amazon.awscdk.services.appsync.GraphqlApi;
import software.amazon.awscdk.services.iam.PolicyDocument;
import software.amazon.awscdk.services.iam.PolicyStatement;
import software.amazon.awscdk.services.iam.Role;
import software.amazon.awscdk.services.iam.ServicePrincipal;
import software.constructs.Construct;

/** What resolvers read and write: the table of people with what has changed in it, or nothing. */
final class DataSources extends Construct {
    /** How long the deleted are kept, so that devices which were away learn of it: 30 days. */
    private static final String TOMBSTONE_MINUTES = "43200";
    /** How long a device may have been away and still get changes only. */
    private static final String CHANGES_MINUTES = "30";

    private static final String[] TABLE_ACTIONS = {
        "dynamodb:BatchGetItem",
        "dynamodb:BatchWriteItem",
        "dynamodb:DeleteItem",
        "dynamodb:GetItem",
        "dynamodb:PutItem",
        "dynamodb:Query",
        "dynamodb:Scan",
        "dynamodb:UpdateItem"
    };

    private final GraphqlApi api;
    private final DataStack data;
    private final Map<SourceName, CfnDataSource> sources;

    DataSources(Construct scope, String id, GraphqlApi api, DataStack data) {
        super(scope, id);
        this.api = api;
        this.data = data;
        sources = Map.of(SourceName.PEOPLE, people(), SourceName.NONE, none());
    }

    /** A data source's name, as a reference: what uses it is created after it. */
    String nameOf(SourceName source) {
        return sources.get(source).getAttrName();
    }

    // Not the higher-level data source: it knows neither versions nor the delta table.
    private CfnDataSource people() {
        return CfnDataSource.Builder.create(this, SourceName.PEOPLE.text())
                .apiId(api.getApiId())
                .name(SourceName.PEOPLE.text())
                .type("AMAZON_DYNAMODB")
                .dynamoDbConfig(CfnDataSource.DynamoDBConfigProperty.builder()
                        .awsRegion(Stack.of(this).getRegion())
                        .tableName(data.people().getTableName())
                        .versioned(true)
                        .deltaSyncConfig(CfnDataSource.DeltaSyncConfigProperty.builder()
                                .baseTableTtl(TOMBSTONE_MINUTES)
                                .deltaSyncTableName(data.peopleDelta().getTableName())
                                .deltaSyncTableTtl(CHANGES_MINUTES)
                                .build())
                        .build())
                .serviceRoleArn(peopleRole().getRoleArn())
                .metricsConfig("ENABLED")
                .build();
    }

    private CfnDataSource none() {
        return CfnDataSource.Builder.create(this, SourceName.NONE.text())
                .apiId(api.getApiId())
                .name(SourceName.NONE.text())
                .type("NONE")
                .build();
    }

    private Role peopleRole() {
        return Role.Builder.create(this, "PeopleRole")
                .assumedBy(ServicePrincipal.Builder.create("appsync.amazonaws.com")
                        // For this API alone: no other may make AppSync act in this role.
                        .conditions(new TreeMap<>(Map.of(
                                "ArnEquals",
                                Map.of("aws:SourceArn", api.getArn()),
                                "StringEquals",
                                Map.of("aws:SourceAccount", Stack.of(this).getAccount()))))
                        .build())
                .inlinePolicies(Map.of(
                        "Permissions",
                        PolicyDocument.Builder.create()
                                .statements(permissions())
                                .build()))
                .build();
    }

    // AppSync does not document which calls keeping versions and changes takes. It gets what Amplify's own stacks give
    // it
    // on both tables; the batch actions reach no item that the others do not.
    private List<PolicyStatement> permissions() {
        String people = data.people().getTableArn();
        return List.of(
                Permission.to("KeepPeople").allow(TABLE_ACTIONS).on(people),
                Permission.to("SearchFirstNames")
                        .allow("dynamodb:Query")
                        .on(people + "/index/" + DataStack.PEOPLE_BY_FIRST_NAME),
                Permission.to("SearchLastNames")
                        .allow("dynamodb:Query")
                        .on(people + "/index/" + DataStack.PEOPLE_BY_LAST_NAME),
                Permission.to("KeepChanges")
                        .allow(TABLE_ACTIONS)
                        .on(data.peopleDelta().getTableArn()));
    }
}
