package dev.ringback.calling.dynamodb;

import com.amazonaws.services.dynamodbv2.local.server.LocalDynamoDBRequestHandler;
import com.amazonaws.services.dynamodbv2.local.server.LocalDynamoDBServerHandler;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.List;
import java.util.UUID;
import org.eclipse.jetty.server.Server;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeDefinition;
import software.amazon.awssdk.services.dynamodb.model.BillingMode;
import software.amazon.awssdk.services.dynamodb.model.CreateTableRequest;
import software.amazon.awssdk.services.dynamodb.model.GlobalSecondaryIndex;
import software.amazon.awssdk.services.dynamodb.model.KeySchemaElement;
import software.amazon.awssdk.services.dynamodb.model.KeyType;
import software.amazon.awssdk.services.dynamodb.model.Projection;
import software.amazon.awssdk.services.dynamodb.model.ProjectionType;
import software.amazon.awssdk.services.dynamodb.model.ScalarAttributeType;

/** Gives a test new, empty tables in DynamoDB Local; one server for all tests of a run. */
public final class LocalTables implements ParameterResolver {
    /** What the indexes of the history hold, as in the real table. */
    private static final List<String> SUMMARY = List.of(
            "state",
            "reason",
            "calleeId",
            "callerId",
            "callerOwner",
            "calleeOwner",
            "answeredBy",
            "startedAt",
            "ringUntil",
            "answeredAt",
            "endedAt");

    /** @param dynamoDb a client of the server both tables are in */
    public record Tables(DynamoDbClient dynamoDb, String devices, String calls) {}

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext test) {
        return parameter.getParameter().getType() == Tables.class;
    }

    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext test) {
        DynamoDbClient client = test.getRoot()
                .getStore(ExtensionContext.Namespace.create(LocalTables.class))
                .computeIfAbsent(Running.class, _ -> Running.start(), Running.class)
                .client();
        return create(client);
    }

    /** New, empty tables wherever this client leads to. */
    public static Tables create(DynamoDbClient client) {
        return new Tables(client, create(client, devices()), create(client, calls()));
    }

    /** A new table of people; its name. */
    public static String createPeople(DynamoDbClient client) {
        return create(
                client,
                CreateTableRequest.builder()
                        .keySchema(hash("id"))
                        .attributeDefinitions(text("id"), text("owner"))
                        .globalSecondaryIndexes(GlobalSecondaryIndex.builder()
                                .indexName("byOwner")
                                .keySchema(hash("owner"))
                                .projection(Projection.builder()
                                        .projectionType(ProjectionType.KEYS_ONLY)
                                        .build())
                                .build()));
    }

    /** A new table of changes of people; its name. */
    public static String createChanges(DynamoDbClient client) {
        return create(
                client,
                CreateTableRequest.builder()
                        .keySchema(hash("ds_pk"), range("ds_sk"))
                        .attributeDefinitions(text("ds_pk"), text("ds_sk")));
    }

    private static String create(DynamoDbClient client, CreateTableRequest.Builder table) {
        String name = "t-" + UUID.randomUUID();
        client.createTable(
                table.tableName(name).billingMode(BillingMode.PAY_PER_REQUEST).build());
        return name;
    }

    private static CreateTableRequest.Builder devices() {
        return CreateTableRequest.builder()
                .keySchema(hash("id"))
                .attributeDefinitions(text("id"), text("deviceOwner"), attribute("expiresAt", ScalarAttributeType.N))
                .globalSecondaryIndexes(index(
                        "byOwner",
                        "deviceOwner",
                        "expiresAt",
                        Projection.builder().projectionType(ProjectionType.ALL).build()));
    }

    private static CreateTableRequest.Builder calls() {
        return CreateTableRequest.builder()
                .keySchema(hash("callId"))
                .attributeDefinitions(
                        text("callId"),
                        text("leased"),
                        attribute("leaseUntil", ScalarAttributeType.N),
                        text("callerId"),
                        text("callerOwner"),
                        text("calleeOwner"),
                        text("position"))
                .globalSecondaryIndexes(
                        index(
                                "byLease",
                                "leased",
                                "leaseUntil",
                                Projection.builder()
                                        .projectionType(ProjectionType.KEYS_ONLY)
                                        .build()),
                        index(
                                "byCallerOwner",
                                "callerOwner",
                                "position",
                                Projection.builder()
                                        .projectionType(ProjectionType.KEYS_ONLY)
                                        .build()),
                        index("byCaller", "callerId", "position", summaryBeside("callerId")),
                        index("byCallee", "calleeOwner", "position", summaryBeside("calleeOwner")));
    }

    private static Projection summaryBeside(String key) {
        return Projection.builder()
                .projectionType(ProjectionType.INCLUDE)
                .nonKeyAttributes(SUMMARY.stream()
                        .filter(attribute -> !attribute.equals(key))
                        .toList())
                .build();
    }

    private static GlobalSecondaryIndex index(String name, String hash, String range, Projection projection) {
        return GlobalSecondaryIndex.builder()
                .indexName(name)
                .keySchema(hash(hash), range(range))
                .projection(projection)
                .build();
    }

    private static KeySchemaElement hash(String key) {
        return KeySchemaElement.builder()
                .attributeName(key)
                .keyType(KeyType.HASH)
                .build();
    }

    private static KeySchemaElement range(String key) {
        return KeySchemaElement.builder()
                .attributeName(key)
                .keyType(KeyType.RANGE)
                .build();
    }

    private static AttributeDefinition text(String name) {
        return attribute(name, ScalarAttributeType.S);
    }

    private static AttributeDefinition attribute(String name, ScalarAttributeType type) {
        return AttributeDefinition.builder()
                .attributeName(name)
                .attributeType(type)
                .build();
    }

    private record Running(Server server, DynamoDbClient client) implements AutoCloseable {
        static Running start() {
            try {
                Server server = new Server(new InetSocketAddress("127.0.0.1", 0));
                server.setHandler(new LocalDynamoDBServerHandler(
                        new LocalDynamoDBRequestHandler(0, true, null, false, false), null));
                server.start();
                return new Running(server, client(server.getURI()));
            } catch (Exception e) {
                throw new IllegalStateException("DynamoDB Local does not start", e);
            }
        }

        private static DynamoDbClient client(URI endpoint) {
            return DynamoDbClient.builder()
                    .endpointOverride(endpoint)
                    .region(Region.EU_CENTRAL_1)
                    .credentialsProvider(StaticCredentialsProvider.create(AwsBasicCredentials.create("local", "local")))
                    .httpClient(UrlConnectionHttpClient.create())
                    .build();
        }

        @Override
        public void close() {
            client.close();
            try {
                server.stop();
            } catch (Exception e) {
                throw new IllegalStateException("DynamoDB Local does not stop", e);
            }
        }
    }
}
