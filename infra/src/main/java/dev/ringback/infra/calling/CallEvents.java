package dev.ringback.infra.calling;

import dev.ringback.infra.directory.DirectoryStack;
import dev.ringback.infra.environment.Settings;
import dev.ringback.infra.function.FunctionCode;
import dev.ringback.infra.function.JavaFunction;
import dev.ringback.infra.function.Permission;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import software.amazon.awscdk.services.events.EventBus;
import software.amazon.awscdk.services.iam.PolicyStatement;
import software.amazon.awscdk.services.lambda.Alias;
import software.constructs.Construct;

/** The function that tells the phones of a call, and whoever listens on the event bus, what has become of it. */
final class CallEvents extends Construct {
    private static final int TIMEOUT_SECONDS = 30;
    private static final int MEMORY_MB = 1024;

    /** Any change of a call; what else lies in the table has no state. */
    private static final String CALLS_ONLY = """
            {"dynamodb":{"NewImage":{"state":{"S":[{"exists":true}]}}}}""";

    private static final String EVERY_FIELD = "/types/CallEvent/*";

    private final EventBus bus;
    private final Alias live;

    /** What this function is built on. */
    record Props(Settings settings, DirectoryStack directory, CallStream changes, FunctionCode code) {}

    CallEvents(Construct scope, String id, Props props) {
        super(scope, id);
        // Named, since a team's own rules on it name it too.
        bus = EventBus.Builder.create(this, "Bus")
                .eventBusName(props.settings().prefix())
                .description("What becomes of calls")
                .build();
        JavaFunction function = new JavaFunction(
                this,
                "Function",
                new JavaFunction.Props(
                        props.settings(),
                        props.code(),
                        "dev.ringback.callevents.CallEventsHandler::handleRequest",
                        "Tells phones and the event bus what becomes of calls",
                        MEMORY_MB,
                        TIMEOUT_SECONDS,
                        environment(props),
                        permissions(props)));
        function.explainWildcard(
                EVERY_FIELD,
                "Every field of the one type that the mutation answers with: a subscription gives phones the fields that"
                        + " the mutation selected, so it selects them all.");
        live = function.live();
        props.changes().follow(live, CALLS_ONLY);
    }

    EventBus bus() {
        return bus;
    }

    Alias live() {
        return live;
    }

    private Map<String, String> environment(Props props) {
        return Map.of(
                "ENVIRONMENT_NAME", props.settings().environment(),
                "GRAPHQL_URL", props.directory().graphqlUrl(),
                "EVENT_BUS_NAME", bus.getEventBusName());
    }

    private List<PolicyStatement> permissions(Props props) {
        List<PolicyStatement> permissions = new ArrayList<>(List.of(
                Permission.to("TellPhones")
                        .allow("appsync:GraphQL")
                        .on(props.directory().apiArn() + "/types/Mutation/fields/publishCallEvent"),
                Permission.to("SelectWhatPhonesGet")
                        .allow("appsync:GraphQL")
                        .on(props.directory().apiArn() + EVERY_FIELD),
                Permission.to("TellEventBus").allow("events:PutEvents").on(bus.getEventBusArn())));
        permissions.addAll(props.changes().permissions());
        return permissions;
    }
}
