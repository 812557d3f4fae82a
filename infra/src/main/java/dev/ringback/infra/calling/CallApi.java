package dev.ringback.infra.calling;

import dev.ringback.infra.environment.Settings;
import dev.ringback.infra.identity.IdentityStack;
import java.util.List;
import software.amazon.awscdk.Duration;
import software.amazon.awscdk.aws_apigatewayv2_authorizers.HttpUserPoolAuthorizer;
import software.amazon.awscdk.aws_apigatewayv2_integrations.HttpLambdaIntegration;
import software.amazon.awscdk.services.apigatewayv2.AddRoutesOptions;
import software.amazon.awscdk.services.apigatewayv2.CorsHttpMethod;
import software.amazon.awscdk.services.apigatewayv2.CorsPreflightOptions;
import software.amazon.awscdk.services.apigatewayv2.HttpApi;
import software.amazon.awscdk.services.apigatewayv2.HttpMethod;
import software.amazon.awscdk.services.apigatewayv2.HttpStage;
import software.amazon.awscdk.services.apigatewayv2.IHttpRouteAuthorizer;
import software.amazon.awscdk.services.apigatewayv2.ThrottleSettings;
import software.amazon.awscdk.services.lambda.Alias;
import software.amazon.awscdk.services.logs.LogGroup;
import software.constructs.Construct;

/** The HTTP API: its routes are open to whoever holds a token of the user pool. */
final class CallApi extends Construct {
    private static final String PATH = "/api";

    private final HttpApi api;
    private final IHttpRouteAuthorizer users;

    CallApi(Construct scope, String id, Settings settings, IdentityStack identity) {
        super(scope, id);
        users = usersOf(identity);
        api = HttpApi.Builder.create(this, "HttpApi")
                .apiName(settings.prefix())
                .createDefaultStage(false)
                .corsPreflight(cors(settings.callApi().corsOrigins()))
                .build();
        HttpStage.Builder.create(this, "Stage")
                .httpApi(api)
                .stageName("$default")
                .autoDeploy(true)
                .throttle(ThrottleSettings.builder()
                        .rateLimit(settings.callApi().throttleRate())
                        .burstLimit(settings.callApi().throttleBurst())
                        .build())
                .accessLogSettings(new AccessLog(accessLogs(settings)))
                .build();
    }

    /** Lets this function answer what is posted to {@code /api}. */
    CallApi answeredBy(Alias function) {
        return route(PATH, new HttpLambdaIntegration("Function", function));
    }

    /** Lets this function answer what is posted to {@code /api/<action>}. */
    CallApi answeredBy(String action, Alias function) {
        return route(PATH + "/" + action, new HttpLambdaIntegration(action, function));
    }

    HttpApi http() {
        return api;
    }

    String url() {
        return api.getApiEndpoint() + PATH;
    }

    private CallApi route(String path, HttpLambdaIntegration integration) {
        api.addRoutes(AddRoutesOptions.builder()
                .path(path)
                .methods(List.of(HttpMethod.POST))
                .authorizer(users)
                .integration(integration)
                .build());
        return this;
    }

    // The client id is what API Gateway compares with an id token's aud and with an access token's client_id.
    private static IHttpRouteAuthorizer usersOf(IdentityStack identity) {
        return HttpUserPoolAuthorizer.Builder.create("Users", identity.userPool())
                .userPoolClients(List.of(identity.mobileClient()))
                .build();
    }

    private static CorsPreflightOptions cors(List<String> origins) {
        if (origins.isEmpty()) {
            return null;
        }
        return CorsPreflightOptions.builder()
                .allowOrigins(origins)
                .allowMethods(List.of(CorsHttpMethod.POST))
                .allowHeaders(List.of("authorization", "content-type"))
                .maxAge(Duration.hours(1))
                .build();
    }

    // Under this prefix a log group takes no room in the account's log resource policy, which is small.
    private LogGroup accessLogs(Settings settings) {
        return LogGroup.Builder.create(this, "AccessLogs")
                .logGroupName("/aws/vendedlogs/" + settings.prefix() + "/api-" + api.getApiId())
                .retention(settings.logRetention())
                .removalPolicy(settings.removalPolicy())
                .build();
    }
}
