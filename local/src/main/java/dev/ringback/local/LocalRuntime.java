package dev.ringback.local;

import dev.ringback.local.assembly.Assembly;
import dev.ringback.local.dynamodb.ReadCosts;
import dev.ringback.local.fault.FaultEndpoint;
import dev.ringback.local.fault.Faults;
import dev.ringback.local.gateway.Gateway;
import dev.ringback.local.gateway.HttpListener;
import dev.ringback.local.gateway.Journal;
import dev.ringback.local.gateway.TlsPort;
import dev.ringback.local.iam.AccessKeys;
import dev.ringback.local.lambda.Functions;
import dev.ringback.local.stack.Deployment;
import dev.ringback.local.stack.StackFailure;
import dev.ringback.local.state.DiskFolder;
import dev.ringback.local.state.StateFolder;
import dev.ringback.local.tls.PendingCertificate;
import dev.ringback.local.tryit.ApiDocument;
import dev.ringback.local.tryit.TryPage;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** The synthesized stacks, running on this machine. */
public final class LocalRuntime implements AutoCloseable {
    private static final String FAULTS = "/_faults";
    private static final String DESCRIPTION = "/openapi.json";
    private static final String TRY = "/try";

    private final Teardown teardown;
    private final Endpoints endpoints;
    private final Optional<Path> amplifyOutputs;
    private final Journal journal;
    private final ReadCosts readCosts;

    private LocalRuntime(
            Teardown teardown,
            Endpoints endpoints,
            Optional<Path> amplifyOutputs,
            Journal journal,
            ReadCosts readCosts) {
        this.teardown = teardown;
        this.endpoints = endpoints;
        this.amplifyOutputs = amplifyOutputs;
        this.journal = journal;
        this.readCosts = readCosts;
    }

    /**
     * Starts everything, and comes back when the functions can take their first event.
     *
     * @throws StackFailure and other exceptions whose message says what is wrong; nothing is left running then
     */
    public static LocalRuntime start(LocalOptions options) throws Exception {
        Teardown teardown = new Teardown();
        try {
            return start(options, teardown);
        } catch (Exception | Error e) {
            teardown.closeAfter(e);
            throw e;
        }
    }

    private static LocalRuntime start(LocalOptions options, Teardown teardown) throws Exception {
        PendingEngine resolverEngine = teardown.add(PendingEngine.start());
        Assembly assembly = Assembly.read(options.assembly());
        Optional<GraphQlWatch> watch = GraphQlWatch.of(options, assembly);
        AccessKeys keys = new AccessKeys(assembly.account());
        Journal journal = new Journal();
        Gateway gateway = gateway(keys, journal, options);
        WorkFolder work = teardown.add(WorkFolder.create());
        HttpListener listener =
                teardown.add(HttpListener.start(options.port(), Gateway.LONGEST_BODY, gateway, gateway));
        TlsPort tlsPort = teardown.add(listener.takeTlsPort(options.tlsPort()));
        StateFolder state = state(options, teardown);
        PendingCertificate certificate = teardown.add(
                PendingCertificate.in(state.folder("tls").orElse(work.path().resolve("tls"))));

        LocalCloud cloud = new LocalCloud(assembly, gateway, listener.url(), state, options, teardown);
        ReadCosts costs = new ReadCosts();
        LocalCloud.Deployed deployed = cloud.deploy(keys, costs, resolverEngine, work.path());
        options.console().accept(assembly.stacks().size() + " stacks created, functions are starting");
        awaitFunctions(deployed.functions());
        deployed.triggers().start();

        Optional<String> tryUrl = describe(deployed.deployment(), listener.url(), gateway, options);
        TlsDoor tls = TlsDoor.open(tlsPort, certificate.await(), options, teardown);
        Endpoints endpoints = endpoints(deployed.deployment(), listener.url(), tls, tryUrl);
        Optional<Path> amplify = publish(endpoints, deployed.deployment(), options, teardown);
        watch.ifPresent(found -> teardown.add(found).start(deployed.directory(), options.console()));
        return new LocalRuntime(teardown, endpoints, amplify, journal, costs);
    }

    private static Gateway gateway(AccessKeys keys, Journal journal, LocalOptions options) {
        Faults faults = new Faults();
        Gateway gateway = new Gateway(keys, faults, journal, options.console());
        gateway.add(FAULTS, new FaultEndpoint(faults));
        return gateway;
    }

    /** Serves the API's description and a page to try it; the page's address, if there is an API and a description. */
    private static Optional<String> describe(Deployment deployment, String url, Gateway gateway, LocalOptions options) {
        Optional<String> api = deployment.output("ApiUrl");
        if (api.isEmpty() || options.apiDescription().isEmpty()) {
            return Optional.empty();
        }
        String stage = URI.create(api.get()).getRawPath().replaceFirst("/api$", "");
        gateway.add(DESCRIPTION, new ApiDocument(options.apiDescription().get(), stage));
        gateway.add(TRY, new TryPage(deployment.output("UserPoolClientId").orElse("")));
        return Optional.of(url + TRY);
    }

    private static Optional<Path> publish(
            Endpoints endpoints, Deployment deployment, LocalOptions options, Teardown teardown) throws IOException {
        teardown.add(new EndpointsFile(options.endpointsFile())).write(endpoints);
        Optional<String> deployed = deployment.output("AmplifyOutputs");
        if (deployed.isEmpty()) {
            return Optional.empty();
        }
        Path folder = options.endpointsFile().toAbsolutePath().getParent();
        return Optional.of(teardown.add(new AmplifyFiles(folder)).write(deployed.get(), endpoints));
    }

    private static StateFolder state(LocalOptions options, Teardown teardown) throws IOException {
        return options.data().isPresent()
                ? teardown.add(new DiskFolder(options.data().get()))
                : StateFolder.NONE;
    }

    // As in AWS, where a version that does not start is never published.
    private static void awaitFunctions(Functions functions) throws Exception {
        List<String> failures = functions.warmUp().get();
        if (!failures.isEmpty()) {
            throw new StackFailure(String.join("\n", failures));
        }
    }

    private static Endpoints endpoints(Deployment deployment, String url, TlsDoor tls, Optional<String> tryUrl) {
        return new Endpoints(
                deployment.output("ApiUrl").orElse(""),
                url,
                deployment.account().region(),
                deployment.output("UserPoolId").orElse(""),
                deployment.output("UserPoolClientId").orElse(""),
                url + LocalCloud.COGNITO,
                url + LocalCloud.INBOX,
                url + LocalCloud.EVENTS,
                url + LocalCloud.BANDWIDTH,
                deployment.output("GraphqlUrl").orElse(""),
                deployment.output("GraphqlRealtimeUrl").orElse(""),
                deployment.output("GraphqlUrl").map(tls::url).orElse(""),
                tls.caCertificate().toString(),
                tryUrl.orElse(""));
    }

    public Endpoints endpoints() {
        return endpoints;
    }

    /** The file that configures Amplify apps, if the stacks say what they need. */
    Optional<Path> amplifyOutputs() {
        return amplifyOutputs;
    }

    /** The requests so far. */
    public Journal journal() {
        return journal;
    }

    /** What the tables were read for so far. */
    public ReadCosts readCosts() {
        return readCosts;
    }

    @Override
    public void close() {
        teardown.close();
    }
}
