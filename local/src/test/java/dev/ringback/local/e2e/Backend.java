package dev.ringback.local.e2e;

import dev.ringback.infra.RingbackApp;
import dev.ringback.local.LocalOptions;
import dev.ringback.local.LocalRuntime;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import software.amazon.awssdk.auth.credentials.AnonymousCredentialsProvider;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.cognitoidentityprovider.CognitoIdentityProviderClient;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.secretsmanager.SecretsManagerClient;

/** The whole backend on this machine, from freshly synthesized stacks and the built functions; seen from outside, over HTTP. */
final class Backend implements AutoCloseable {
    static final Path ROOT = root();
    private static final String ENDPOINTS = "endpoints.json";
    private static final AwsCredentialsProvider OPERATOR =
            StaticCredentialsProvider.create(AwsBasicCredentials.create("local", "local"));
    private final LocalRuntime runtime;
    private final Path folder;
    private final DynamoDbClient operator;
    private final Map<String, String> tables;

    private Backend(LocalRuntime runtime, Path folder) {
        this.runtime = runtime;
        this.folder = folder;
        operator = DynamoDbClient.builder()
                .endpointOverride(URI.create(runtime.endpoints().awsEndpoint()))
                .region(Region.of(runtime.endpoints().region()))
                .credentialsProvider(OPERATOR)
                .httpClient(UrlConnectionHttpClient.create())
                .build();
        tables = operator.listTables().tableNames().stream()
                .collect(Collectors.toMap(Backend::logicalName, name -> name));
    }

    static Backend start() throws Exception {
        return start(synthesize());
    }

    static Backend start(Path assembly) throws Exception {
        return start(assembly, folder("backend"));
    }

    /** @param folder of an earlier backend, whose data this one goes on with, or a new one */
    static Backend start(Path assembly, Path folder) throws Exception {
        LocalOptions options = LocalOptions.of(assembly, folder.resolve(ENDPOINTS), new Console(folder))
                .describingTheApi(ROOT.resolve("openapi/target/openapi.json"));
        return new Backend(LocalRuntime.start(options.keepingDataIn(folder.resolve("data"))), folder);
    }

    /** With nothing kept, which is faster for much data. */
    static Backend startInMemory() throws Exception {
        return startInMemory(synthesize());
    }

    static Backend startInMemory(Path assembly) throws Exception {
        Path folder = folder("backend");
        LocalOptions options =
                LocalOptions.of(assembly, folder.resolve(ENDPOINTS).toAbsolutePath(), new Console(folder));
        return new Backend(LocalRuntime.start(options), folder);
    }

    /** The assembly of environment {@code local}, in a folder of its own. */
    static Path synthesize() throws IOException {
        Path assembly = folder("assembly");
        RingbackApp.synthesize(ROOT, "local", assembly);
        return assembly;
    }

    /** A new folder under target, where it can be looked into after a failure and goes with the next clean build. */
    static Path folder(String purpose) throws IOException {
        return Files.createTempDirectory(Files.createDirectories(Path.of("target", "e2e")), purpose);
    }

    LocalRuntime runtime() {
        return runtime;
    }

    Phone phone(String name) throws Exception {
        return Phone.signUp(this, name);
    }

    /** A user whom an administrator has made an operator. */
    Phone operatorsPhone(String name) throws Exception {
        return Phone.signUp(this, name, user -> {
            try (CognitoIdentityProviderClient administrator = cognito(OPERATOR)) {
                administrator.adminAddUserToGroup(
                        request -> request.userPoolId(runtime.endpoints().userPoolId())
                                .username(user)
                                .groupName("operators"));
            }
        });
    }

    /** Where the runtime says where it is. */
    Path endpointsFile() {
        return folder.resolve(ENDPOINTS).toAbsolutePath();
    }

    /** The configuration for Amplify apps. */
    Path amplifyOutputs() {
        return folder.resolve("amplify_outputs.json").toAbsolutePath();
    }

    Sessions bandwidth() {
        return new Sessions(runtime.endpoints().bandwidthUrl());
    }

    Inbox inbox() {
        return new Inbox(runtime.endpoints().inboxUrl());
    }

    /** What the functions wrote to their logs so far. */
    String logs() throws IOException {
        return Files.readString(folder.resolve(Console.FILE));
    }

    /** Where users, keys and tables are kept. */
    Path data() {
        return folder.resolve("data");
    }

    /** As an app reaches it, without any credentials. */
    CognitoIdentityProviderClient cognito() {
        return cognito(AnonymousCredentialsProvider.create());
    }

    private CognitoIdentityProviderClient cognito(AwsCredentialsProvider credentials) {
        return CognitoIdentityProviderClient.builder()
                .endpointOverride(URI.create(runtime.endpoints().cognitoEndpoint()))
                .region(Region.of(runtime.endpoints().region()))
                .credentialsProvider(credentials)
                .httpClient(UrlConnectionHttpClient.create())
                .build();
    }

    /** The credentials of Bandwidth, which an operator may change. */
    BandwidthSecret bandwidthSecret() {
        return new BandwidthSecret(
                this,
                SecretsManagerClient.builder()
                        .endpointOverride(URI.create(runtime.endpoints().awsEndpoint()))
                        .region(Region.of(runtime.endpoints().region()))
                        .credentialsProvider(OPERATOR)
                        .httpClient(UrlConnectionHttpClient.create())
                        .build());
    }

    DynamoDbClient operator() {
        return operator;
    }

    /** @param logical {@code People}, {@code DeviceInfo} or {@code Calls} */
    String table(String logical) {
        return tables.get(logical);
    }

    Stream<Map<String, AttributeValue>> items(String logical) {
        return operator.scanPaginator(scan -> scan.tableName(table(logical)).consistentRead(true)).items().stream();
    }

    /** Everything that a refused request must leave as it was, but for the count of calls that users tried to make. */
    String everythingStored() {
        return Stream.of("People", "DeviceInfo", "Calls")
                .map(table -> table
                        + items(table)
                                .filter(item -> !item.containsKey("attempts"))
                                .map(Object::toString)
                                .sorted()
                                .toList())
                .collect(Collectors.joining("\n"));
    }

    /** Waits until nothing is left of the calls that are over. */
    void awaitReleases() throws Exception {
        Eventually.holds(
                "the media of ended calls is released",
                () -> items("Calls")
                        .filter(call -> call.containsKey("endedAt"))
                        .noneMatch(call -> call.containsKey("leased")));
    }

    @Override
    public void close() {
        operator.close();
        runtime.close();
    }

    private static String logicalName(String physical) {
        return Stream.of("DeviceInfo", "PeopleDelta", "People", "Calls")
                .filter(logical -> physical.toLowerCase().contains(logical.toLowerCase()))
                .findFirst()
                .orElse(physical);
    }

    private static Path root() {
        Path folder = Path.of("").toAbsolutePath();
        while (!Files.exists(folder.resolve("cdk.json"))) {
            folder = folder.getParent();
        }
        return folder;
    }
}
