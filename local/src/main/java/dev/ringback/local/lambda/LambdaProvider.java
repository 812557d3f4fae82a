package dev.ringback.local.lambda;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.ringback.local.aws.Account;
import dev.ringback.local.iam.Policy;
import dev.ringback.local.stack.Provisioned;
import dev.ringback.local.stack.ResourceDeclaration;
import dev.ringback.local.stack.ResourceProvider;
import dev.ringback.local.stack.StackFailure;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Functions, and what belongs to them: versions, aliases, permissions and how asynchronous events are treated. */
public final class LambdaProvider implements ResourceProvider {
    private static final String FUNCTION = "AWS::Lambda::Function";
    private static final String VERSION = "AWS::Lambda::Version";
    private static final String ALIAS = "AWS::Lambda::Alias";
    private static final String PERMISSION = "AWS::Lambda::Permission";
    private static final String EVENT_INVOKE_CONFIG = "AWS::Lambda::EventInvokeConfig";

    private final Functions functions;
    private final FunctionReader reader;
    private final Account account;

    public LambdaProvider(Functions functions, FunctionReader reader, Account account) {
        this.functions = functions;
        this.reader = reader;
        this.account = account;
    }

    @Override
    public Set<String> types() {
        return Set.of(FUNCTION, VERSION, ALIAS, PERMISSION, EVENT_INVOKE_CONFIG);
    }

    @Override
    public Provisioned create(ResourceDeclaration declaration) {
        return switch (declaration.type()) {
            case FUNCTION -> function(declaration);
            case VERSION -> version(declaration.properties());
            case ALIAS -> alias(declaration.properties());
            case PERMISSION -> permission(declaration);
            default -> eventInvokeConfig(declaration);
        };
    }

    private Provisioned function(ResourceDeclaration declaration) {
        FunctionSpec spec = reader.read(declaration);
        functions.add(spec, reader.hasSnapStart(declaration.properties()));
        return new Provisioned(spec.name(), Map.of("Arn", spec.arn()));
    }

    private Provisioned version(JsonNode properties) {
        LambdaFunction function = function(properties);
        String number = function.publish();
        String arn = function.spec().arn() + ":" + number;
        return new Provisioned(arn, Map.of("Version", number, "FunctionArn", arn));
    }

    private Provisioned alias(JsonNode properties) {
        LambdaFunction function = function(properties);
        String name = properties.path("Name").asText();
        String version = properties.path("FunctionVersion").asText();
        if (properties.has("RoutingConfig")) {
            throw new StackFailure("The local runtime has no aliases for two versions at a time.");
        }
        if (function.target(Optional.of(version)).isEmpty()) {
            throw new StackFailure("The function has no version " + version + ".");
        }
        function.alias(name, version);
        String arn = function.spec().arn() + ":" + name;
        return new Provisioned(arn, Map.of("AliasArn", arn));
    }

    private Provisioned permission(ResourceDeclaration declaration) {
        JsonNode properties = declaration.properties();
        ObjectNode document = JsonNodeFactory.instance.objectNode();
        ObjectNode statement = document.putArray("Statement").addObject();
        statement.put("Effect", "Allow");
        statement.set("Action", properties.path("Action"));
        statement.putObject("Principal").set("Service", properties.path("Principal"));
        ObjectNode conditions = statement.putObject("Condition");
        if (properties.has("SourceArn")) {
            conditions.putObject("ArnLike").set("aws:SourceArn", properties.get("SourceArn"));
        }
        if (properties.has("SourceAccount")) {
            conditions.putObject("StringEquals").set("aws:SourceAccount", properties.get("SourceAccount"));
        }
        function(properties).permit(new Permission(qualifier(properties), Policy.read(document)));
        return new Provisioned(declaration.name(100), Map.of("Id", declaration.physicalId()));
    }

    private Provisioned eventInvokeConfig(ResourceDeclaration declaration) {
        JsonNode properties = declaration.properties();
        LambdaFunction function = function(properties);
        AsyncSettings normal = AsyncSettings.DEFAULT;
        function.configureAsync(
                properties.path("Qualifier").asText(LambdaFunction.LATEST),
                new AsyncSettings(
                        Duration.ofSeconds(properties
                                .path("MaximumEventAgeInSeconds")
                                .asLong(normal.longestAge().toSeconds())),
                        properties.path("MaximumRetryAttempts").asInt(normal.retries()),
                        destination(properties, "OnFailure"),
                        destination(properties, "OnSuccess")));
        return new Provisioned(declaration.physicalId(), Map.of());
    }

    private Optional<String> destination(JsonNode properties, String event) {
        JsonNode arn = properties.path("DestinationConfig").path(event).path("Destination");
        if (arn.isMissingNode()) {
            return Optional.empty();
        }
        if (!arn.asText().startsWith(account.arn("sqs", ""))) {
            throw new StackFailure("The local runtime has queues as destinations only, not " + arn.asText() + ".");
        }
        return Optional.of(arn.asText());
    }

    private LambdaFunction function(JsonNode properties) {
        String name = properties.path("FunctionName").asText();
        return functions.named(name).orElseThrow(() -> new StackFailure("There is no function " + name + "."));
    }

    private static String qualifier(JsonNode properties) {
        return FunctionName.parse(properties.path("FunctionName").asText())
                .flatMap(FunctionName::qualifier)
                .orElse(LambdaFunction.LATEST);
    }
}
