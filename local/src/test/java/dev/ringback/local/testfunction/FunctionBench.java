package dev.ringback.local.testfunction;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.ringback.local.assembly.Assets;
import dev.ringback.local.aws.Account;
import dev.ringback.local.events.EventBuses;
import dev.ringback.local.events.EventsEndpoint;
import dev.ringback.local.events.EventsProvider;
import dev.ringback.local.events.EventsService;
import dev.ringback.local.events.Rules;
import dev.ringback.local.events.Targets;
import dev.ringback.local.iam.AccessKeys;
import dev.ringback.local.iam.IamProvider;
import dev.ringback.local.iam.Roles;
import dev.ringback.local.lambda.AsyncInvoker;
import dev.ringback.local.lambda.FunctionReader;
import dev.ringback.local.lambda.Functions;
import dev.ringback.local.lambda.LambdaProvider;
import dev.ringback.local.lambda.LambdaService;
import dev.ringback.local.logs.LogsProvider;
import dev.ringback.local.sqs.QueueProvider;
import dev.ringback.local.sqs.Queues;
import dev.ringback.local.sqs.SqsService;
import dev.ringback.local.stack.Deployment;
import dev.ringback.local.stack.Stacks;
import dev.ringback.local.stack.Template;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;

/** Lambda with the functions of one template, without a gateway before it. */
public final class FunctionBench implements AutoCloseable {
    public final List<String> console = new CopyOnWriteArrayList<>();
    public final Functions functions;
    public final AsyncInvoker async;
    public final LambdaService service;
    public final SqsService sqs;
    public final EventsService events;
    public final EventsEndpoint eventsEndpoint;
    public final Rules rules;
    private final Deployment deployment = new Deployment(Account.DEFAULT, (secret, key) -> "");

    public FunctionBench(Path folder, String template) throws IOException {
        Roles roles = new Roles();
        Queues queues = new Queues();
        String gatewayUrl = "http://127.0.0.1:1";
        functions = new Functions(folder, Account.DEFAULT, gatewayUrl, new AccessKeys(Account.DEFAULT), console::add);
        async = new AsyncInvoker(queues, List.of(Duration.ofMillis(1)), console::add);
        service = new LambdaService(functions, async);
        sqs = new SqsService(queues, gatewayUrl + "/000000000000/");
        EventBuses buses = new EventBuses(Account.DEFAULT);
        Clock clock = Clock.systemUTC();
        rules = new Rules(new Targets(service, queues, Account.DEFAULT), Account.DEFAULT, clock, console::add);
        events = new EventsService(buses, rules, Account.DEFAULT, clock, console::add);
        eventsEndpoint = new EventsEndpoint(buses, rules);
        Assets assets = new Assets(Map.of("function.zip", FunctionFolder.in(folder.resolve("function"))));
        FunctionReader reader = new FunctionReader(Account.DEFAULT, roles, assets, folder, console::add);
        new Stacks(
                        deployment,
                        List.of(
                                new IamProvider(Account.DEFAULT, roles),
                                new LogsProvider(Account.DEFAULT),
                                new QueueProvider(queues, Account.DEFAULT, gatewayUrl, clock),
                                new EventsProvider(buses, rules, Account.DEFAULT),
                                new LambdaProvider(functions, reader, Account.DEFAULT)))
                .create(new Template("test", read(template)));
    }

    public static JsonNode read(String json) throws IOException {
        return new ObjectMapper().readTree(json);
    }

    @Override
    public void close() {
        rules.close();
        async.close();
        functions.close();
    }
}
