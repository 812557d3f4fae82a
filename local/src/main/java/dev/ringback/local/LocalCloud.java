package dev.ringback.local;

import dev.ringback.local.appsync.dynamodb.DynamoDbSource;
import dev.ringback.local.appsync.resource.AppSyncProvider;
import dev.ringback.local.appsync.resource.RoleTableClient;
import dev.ringback.local.appsync.resource.Surroundings;
import dev.ringback.local.assembly.Assembly;
import dev.ringback.local.aws.Account;
import dev.ringback.local.bandwidth.BandwidthCredentials;
import dev.ringback.local.bandwidth.BandwidthSimulator;
import dev.ringback.local.cloudformation.CloudFormationService;
import dev.ringback.local.cognito.CognitoResources;
import dev.ringback.local.cognito.CognitoService;
import dev.ringback.local.cognito.UserPools;
import dev.ringback.local.cognito.WellKnownEndpoint;
import dev.ringback.local.dynamodb.DynamoDbServer;
import dev.ringback.local.dynamodb.DynamoDbService;
import dev.ringback.local.dynamodb.ReadCosts;
import dev.ringback.local.dynamodb.Streams;
import dev.ringback.local.dynamodb.TableProvider;
import dev.ringback.local.dynamodb.Writes;
import dev.ringback.local.fault.Faults;
import dev.ringback.local.gateway.Gateway;
import dev.ringback.local.httpapi.HttpApiProvider;
import dev.ringback.local.httpapi.HttpApis;
import dev.ringback.local.iam.AccessKeys;
import dev.ringback.local.iam.IamProvider;
import dev.ringback.local.iam.Roles;
import dev.ringback.local.inbox.Inbox;
import dev.ringback.local.inbox.InboxEndpoint;
import dev.ringback.local.lambda.AsyncInvoker;
import dev.ringback.local.lambda.FunctionReader;
import dev.ringback.local.lambda.Functions;
import dev.ringback.local.lambda.LambdaProvider;
import dev.ringback.local.lambda.LambdaService;
import dev.ringback.local.logs.LogsProvider;
import dev.ringback.local.pinpoint.Applications;
import dev.ringback.local.pinpoint.PinpointResources;
import dev.ringback.local.pinpoint.PinpointService;
import dev.ringback.local.reload.Reloadable;
import dev.ringback.local.secrets.SecretProvider;
import dev.ringback.local.secrets.Secrets;
import dev.ringback.local.secrets.SecretsManagerService;
import dev.ringback.local.secrets.StandInSecrets;
import dev.ringback.local.sqs.QueueProvider;
import dev.ringback.local.sqs.Queues;
import dev.ringback.local.sqs.QueuesEndpoint;
import dev.ringback.local.sqs.SqsService;
import dev.ringback.local.stack.Deployment;
import dev.ringback.local.stack.ResourceProvider;
import dev.ringback.local.stack.Stacks;
import dev.ringback.local.state.StateFolder;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/** Puts the local services together: each gets its place at the gateway, and says which resources it makes. */
final class LocalCloud {
    static final String COGNITO = "/cognito";
    static final String INBOX = "/inbox";
    static final String BANDWIDTH = "/bandwidth";
    static final String EVENTS = "/events";
    private static final String QUEUES = "/_queues";
    /** How call-api learns which secret has the media provider's credentials. */
    private static final String BANDWIDTH_SECRET = "BANDWIDTH_SECRET_ARN";

    private final Assembly assembly;
    private final Account account;
    private final Gateway gateway;
    private final String url;
    private final StateFolder state;
    private final LocalOptions options;
    private final Teardown teardown;
    private final Clock clock = Clock.systemUTC();
    private final List<ResourceProvider> providers = new ArrayList<>();
    private final Roles roles = new Roles();
    private final Queues queues = new Queues();
    private final Writes writes = new Writes();
    private final UserPools pools;
    private final Secrets secrets;

    /**
     * What has been made of the templates.
     *
     * @param directory can be replaced while everything runs
     * @param triggers call functions from their start on
     */
    record Deployed(Deployment deployment, Functions functions, Reloadable directory, LocalTriggers triggers) {}

    /** @param url of the gateway */
    LocalCloud(
            Assembly assembly,
            Gateway gateway,
            String url,
            StateFolder state,
            LocalOptions options,
            Teardown teardown) {
        this.assembly = assembly;
        this.account = assembly.account();
        this.gateway = gateway;
        this.url = url;
        this.state = state;
        this.options = options;
        this.teardown = teardown;
        this.pools = new UserPools(account.region(), account.id(), state.folder("cognito"), clock);
        this.secrets = new Secrets(account, state, clock);
    }

    /** Creates what the templates declare, on the services that it is made for. */
    Deployed deploy(AccessKeys keys, ReadCosts costs, Surroundings.Compiler compiler, Path workFolder)
            throws Exception {
        Inbox inbox = new Inbox();
        DynamoDbService tables = addDatabase(costs);
        addIdentities(inbox);
        addPushes(inbox);
        addQueuesAndSecrets();
        Functions functions = addFunctions(workFolder, keys);
        LocalTriggers triggers = addTriggers(tables, functions);
        LocalDirectory directory = addDirectory(tables, keys, compiler);
        Deployed deployed = create(functions, directory, triggers);
        connectBandwidth(functions);
        return deployed;
    }

    private DynamoDbService addDatabase(ReadCosts costs) throws Exception {
        DynamoDbServer server = teardown.add(DynamoDbServer.start(state.folder("dynamodb")));
        DynamoDbService tables = new DynamoDbService(server, account, costs, writes);
        gateway.add(tables);
        providers.add(new TableProvider(server, account));
        return tables;
    }

    private void addIdentities(Inbox inbox) {
        gateway.add(new CognitoService(pools, inbox, clock));
        gateway.add(COGNITO, new CognitoPages(new WellKnownEndpoint(pools, url + COGNITO)));
        providers.add(new CognitoResources(pools));
        providers.add(new IamProvider(account, roles));
    }

    private void addPushes(Inbox inbox) {
        Faults faults = new Faults();
        Applications applications = new Applications();
        gateway.add(INBOX, new InboxEndpoint(inbox, faults));
        gateway.add(new PinpointService(applications, inbox, faults, account.region(), account.id(), clock));
        providers.add(new PinpointResources(applications, account.region(), account.id(), clock));
    }

    private void addQueuesAndSecrets() {
        gateway.add(new SecretsManagerService(secrets));
        gateway.add(new SqsService(queues, url + "/" + account.id() + "/"));
        gateway.add(QUEUES, new QueuesEndpoint(queues));
        providers.add(new SecretProvider(secrets));
        providers.add(new QueueProvider(queues, account, url, clock));
        providers.add(new LogsProvider(account));
    }

    private Functions addFunctions(Path workFolder, AccessKeys keys) throws IOException {
        Consumer<String> console = options.console();
        Functions functions = teardown.add(new Functions(workFolder, account, url, keys, console));
        HttpApis apis = new HttpApis();
        gateway.add(HttpApis.PREFIX, apis);
        FunctionReader reader = new FunctionReader(account, roles, assembly.assets(), workFolder, console);
        providers.add(new LambdaProvider(functions, reader, account));
        providers.add(teardown.add(new HttpApiProvider(apis, account, url, functions, pools, clock, console)));
        return functions;
    }

    private LocalTriggers addTriggers(DynamoDbService tables, Functions functions) {
        Consumer<String> console = options.console();
        AsyncInvoker async = teardown.add(new AsyncInvoker(queues, options.asyncWaits(), console));
        LambdaService lambda = new LambdaService(functions, async);
        gateway.add(lambda);
        Streams streams = new Streams(tables, writes);
        LocalTriggers triggers = new LocalTriggers(
                new LocalTriggers.Surroundings(streams, queues, functions, lambda, account, state, clock, console),
                teardown);
        triggers.addTo(gateway, EVENTS);
        providers.addAll(triggers.providers());
        return triggers;
    }

    private LocalDirectory addDirectory(DynamoDbService tables, AccessKeys keys, Surroundings.Compiler compiler) {
        Surroundings surroundings = new Surroundings(
                compiler,
                (role, table, delta) -> new DynamoDbSource(new RoleTableClient(tables, role), table, delta, clock),
                roles,
                pools,
                keys,
                clock);
        return LocalDirectory.at(gateway, url, account, surroundings, options.console(), teardown);
    }

    private Deployed create(Functions functions, LocalDirectory directory, LocalTriggers triggers) {
        Deployment deployment = new Deployment(account, new StandInSecrets(secrets));
        AppSyncProvider parts = directory.provider();
        providers.add(parts);
        Stacks stacks = new Stacks(deployment, providers);
        assembly.stacks().forEach(stacks::create);
        parts.commit();
        gateway.add(new CloudFormationService(stacks, account));
        return new Deployed(
                deployment, functions, new ReloadableDirectory(stacks, parts, directory::provider), triggers);
    }

    /** Starts the media provider's stand-in, and tells the functions of it as an operator would, in their secret. */
    private void connectBandwidth(Functions functions) {
        BandwidthCredentials credentials = BandwidthCredentials.random();
        gateway.add(BANDWIDTH, new BandwidthSimulator(credentials, clock));
        functions.environmentValues(BANDWIDTH_SECRET).stream()
                .filter(secret -> secrets.text(secret).isEmpty())
                .forEach(secret -> secrets.fill(
                        secret, credentials.asSecret(url + BANDWIDTH).toString()));
    }
}
