package dev.ringback.local.httpapi;

import com.fasterxml.jackson.databind.JsonNode;
import dev.ringback.local.aws.Account;
import dev.ringback.local.cognito.IssuerKeys;
import dev.ringback.local.lambda.Functions;
import dev.ringback.local.stack.Provisioned;
import dev.ringback.local.stack.ResourceDeclaration;
import dev.ringback.local.stack.ResourceProvider;
import dev.ringback.local.stack.StackFailure;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** HTTP APIs with their routes, integrations, authorizers and stages. */
public final class HttpApiProvider implements ResourceProvider, AutoCloseable {
    private static final String API = "AWS::ApiGatewayV2::Api";
    private static final String ROUTE = "AWS::ApiGatewayV2::Route";
    private static final String INTEGRATION = "AWS::ApiGatewayV2::Integration";
    private static final String AUTHORIZER = "AWS::ApiGatewayV2::Authorizer";
    private static final String STAGE = "AWS::ApiGatewayV2::Stage";
    private static final Pattern INVOKE_PATH =
            Pattern.compile("arn:[^:]+:apigateway:[^:]+:lambda:path/2015-03-31/functions/(.+)/invocations");
    private static final int LONGEST_WAIT_MILLIS = 30_000;

    /** Throttling and access logs of a stage are known, and have no local effect. */
    private static final Map<String, Set<String>> KNOWN = Map.of(
            API, Set.of("Name", "Description", "ProtocolType", "CorsConfiguration", "Tags", "Body"),
            ROUTE, Set.of("ApiId", "RouteKey", "Target", "AuthorizationType", "AuthorizerId", "AuthorizationScopes"),
            INTEGRATION,
                    Set.of(
                            "ApiId",
                            "IntegrationType",
                            "IntegrationUri",
                            "IntegrationMethod",
                            "PayloadFormatVersion",
                            "TimeoutInMillis"),
            AUTHORIZER, Set.of("ApiId", "Name", "AuthorizerType", "IdentitySource", "JwtConfiguration"),
            STAGE, Set.of("ApiId", "StageName", "AutoDeploy", "DefaultRouteSettings", "AccessLogSettings", "Tags"));

    private final HttpApis apis;
    private final Account account;
    private final String gatewayUrl;
    private final IssuerKeys keys;
    private final Clock clock;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final FunctionCaller functions;
    private final Map<String, Integration> integrations = new HashMap<>();
    private final Map<String, JwtAuthorizer> authorizers = new HashMap<>();

    public HttpApiProvider(
            HttpApis apis,
            Account account,
            String gatewayUrl,
            Functions functions,
            IssuerKeys keys,
            Clock clock,
            Consumer<String> console) {
        this.apis = apis;
        this.account = account;
        this.gatewayUrl = gatewayUrl;
        this.keys = keys;
        this.clock = clock;
        this.functions = new FunctionCaller(functions, threads, console);
    }

    @Override
    public Set<String> types() {
        return Set.of(API, ROUTE, INTEGRATION, AUTHORIZER, STAGE);
    }

    @Override
    public Provisioned create(ResourceDeclaration declaration) {
        String id = declaration.physicalId();
        JsonNode properties = declaration.properties();
        properties.fieldNames().forEachRemaining(property -> {
            if (!KNOWN.get(declaration.type()).contains(property)) {
                throw new StackFailure(
                        "The local runtime does not know the property " + property + " of " + declaration.type() + ".");
            }
        });
        return switch (declaration.type()) {
            case API -> api(id, properties);
            case INTEGRATION -> integration(id, properties);
            case AUTHORIZER -> authorizer(id, properties);
            case ROUTE -> route(id, properties);
            default -> stage(properties);
        };
    }

    private Provisioned api(String id, JsonNode properties) {
        if (!properties.path("ProtocolType").asText().equals("HTTP") || properties.has("Body")) {
            throw new StackFailure("The local runtime has HTTP APIs that are made of routes, no others.");
        }
        apis.add(new HttpApi(id, account, Cors.read(properties.path("CorsConfiguration")), functions, clock));
        return new Provisioned(id, Map.of("ApiId", id, "ApiEndpoint", gatewayUrl + HttpApis.PREFIX + "/" + id));
    }

    private Provisioned integration(String id, JsonNode properties) {
        if (!properties.path("IntegrationType").asText().equals("AWS_PROXY")
                || !properties.path("PayloadFormatVersion").asText().equals("2.0")) {
            throw new StackFailure("The local runtime has integrations with functions in payload format 2.0 only.");
        }
        Matcher path = INVOKE_PATH.matcher(properties.path("IntegrationUri").asText());
        String function = path.matches()
                ? path.group(1)
                : properties.path("IntegrationUri").asText();
        int wait = properties.path("TimeoutInMillis").asInt(LONGEST_WAIT_MILLIS);
        integrations.put(id, new Integration(function, Duration.ofMillis(wait)));
        return new Provisioned(id, Map.of("IntegrationId", id));
    }

    private Provisioned authorizer(String id, JsonNode properties) {
        if (!properties.path("AuthorizerType").asText().equals("JWT")
                || !texts(properties.path("IdentitySource")).equals(List.of("$request.header.Authorization"))) {
            throw new StackFailure("The local runtime has authorizers for a JWT in the Authorization header only.");
        }
        JsonNode jwt = properties.path("JwtConfiguration");
        authorizers.put(id, new JwtAuthorizer(jwt.path("Issuer").asText(), texts(jwt.path("Audience")), keys, clock));
        return new Provisioned(id, Map.of("AuthorizerId", id));
    }

    private Provisioned route(String id, JsonNode properties) {
        String target = properties.path("Target").asText();
        Integration integration = Optional.ofNullable(integrations.get(target.replaceFirst("^integrations/", "")))
                .orElseThrow(() -> new StackFailure("The route's target " + target + " is no integration."));
        Route route = new Route(
                RouteKey.parse(properties.path("RouteKey").asText()),
                integration,
                authorizerOf(properties),
                texts(properties.path("AuthorizationScopes")));
        api(properties).add(route);
        return new Provisioned(id, Map.of("RouteId", id));
    }

    private Optional<JwtAuthorizer> authorizerOf(JsonNode properties) {
        String type = properties.path("AuthorizationType").asText("NONE");
        return switch (type) {
            case "NONE" -> Optional.empty();
            case "JWT" ->
                Optional.of(Optional.ofNullable(
                                authorizers.get(properties.path("AuthorizerId").asText()))
                        .orElseThrow(() -> new StackFailure("The route has no authorizer.")));
            default -> throw new StackFailure("The local runtime does not know the authorization " + type + ".");
        };
    }

    private Provisioned stage(JsonNode properties) {
        String name = properties.path("StageName").asText();
        if (!name.equals(RouteKey.DEFAULT) || !properties.path("AutoDeploy").asBoolean()) {
            throw new StackFailure("The local runtime has the stage $default, deployed automatically, and no other.");
        }
        api(properties).deploy();
        return new Provisioned(name, Map.of());
    }

    private HttpApi api(JsonNode properties) {
        String id = properties.path("ApiId").asText();
        return apis.withId(id).orElseThrow(() -> new StackFailure("There is no API " + id + "."));
    }

    private static List<String> texts(JsonNode list) {
        List<String> texts = new ArrayList<>();
        list.forEach(item -> texts.add(item.asText()));
        return List.copyOf(texts);
    }

    @Override
    public void close() {
        threads.shutdownNow();
    }
}
