package dev.ringback.local.trigger;

import dev.ringback.local.aws.Account;
import dev.ringback.local.aws.AwsFailure;
import dev.ringback.local.lambda.Callee;
import dev.ringback.local.stack.Provisioned;
import dev.ringback.local.stack.ResourceDeclaration;
import dev.ringback.local.stack.ResourceProvider;
import dev.ringback.local.stack.StackFailure;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;

/** What connects a table's stream or a queue with a function. */
public final class EventSourceMappingProvider implements ResourceProvider {
    private final EventSourceMappings mappings;
    private final Function<String, Callee> functions;
    private final StreamMappings streams;
    private final QueueMappings queues;
    private final Account account;

    /** @param functions finds the version or alias of a name or an ARN */
    public EventSourceMappingProvider(
            EventSourceMappings mappings,
            Function<String, Callee> functions,
            StreamMappings streams,
            QueueMappings queues,
            Account account) {
        this.mappings = mappings;
        this.functions = functions;
        this.streams = streams;
        this.queues = queues;
        this.account = account;
    }

    @Override
    public Set<String> types() {
        return Set.of("AWS::Lambda::EventSourceMapping");
    }

    @Override
    public Provisioned create(ResourceDeclaration declaration) {
        MappingReader mapping = new MappingReader(declaration.properties());
        String id = id(declaration);
        Poller poller = poller(mapping, id);
        if (mapping.enabled()) {
            mappings.add(poller);
        }
        return new Provisioned(
                id, Map.of("Id", id, "EventSourceMappingArn", account.arn("lambda", "event-source-mapping:" + id)));
    }

    private static String id(ResourceDeclaration declaration) {
        String name = declaration.stack() + "/" + declaration.logicalId();
        return UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8)).toString();
    }

    private Poller poller(MappingReader mapping, String id) {
        Callee function = function(mapping.text("FunctionName"));
        String source = mapping.text("EventSourceArn");
        if (source.startsWith(account.arn("dynamodb", "table/"))) {
            return streams.poller(mapping, id, function);
        }
        if (source.startsWith(account.arn("sqs", ""))) {
            return queues.poller(mapping, function);
        }
        throw new StackFailure(
                "The local runtime has tables' streams and queues as event sources only, not " + source + ".");
    }

    private Callee function(String nameOrArn) {
        try {
            return functions.apply(nameOrArn);
        } catch (AwsFailure unknown) {
            throw new StackFailure(unknown.getMessage());
        }
    }
}
