package dev.ringback.infra.directory;

import dev.ringback.infra.RingbackStack;
import dev.ringback.infra.data.DataStack;
import dev.ringback.infra.environment.Settings;
import dev.ringback.infra.identity.IdentityStack;
import dev.ringback.infra.operations.Alarms;
import dev.ringback.infra.operations.Watch;
import java.util.Map;
import software.amazon.awscdk.Duration;
import software.amazon.awscdk.services.appsync.GraphqlApi;
import software.amazon.awscdk.services.cloudwatch.Metric;
import software.constructs.Construct;

/** Whom users can call: the GraphQL API over the table of people. */
public final class DirectoryStack extends RingbackStack {
    private final GraphqlApi graphql;

    /** What this stack is built on. */
    public record Props(Settings settings, IdentityStack identity, DataStack data, DirectoryCode code) {}

    public DirectoryStack(Construct scope, Props props) {
        super(scope, props.settings(), "Directory", "People directory of Ringback");
        DirectoryApi api = new DirectoryApi(this, "Api", props);
        graphql = api.api();
        new Resolvers(this, api.api(), new DataSources(this, "DataSources", api.api(), props.data())).add(props.code());
        props.settings()
                .directory()
                .rateLimit()
                .ifPresent(limit -> new RateLimits(this, "RateLimits", api.api().getArn(), limit));
        new Alarms(this, props.settings())
                .add(
                        "FailingDirectory",
                        Watch.atLeast(5, serverErrors()),
                        "Requests to the people directory fail, and phones do not hear of their calls");
        exported(graphqlUrl(), apiId(), apiArn());
        output("GraphqlUrl", "Where apps send queries and mutations", api.api().getGraphqlUrl());
        output("GraphqlRealtimeUrl", "Where apps subscribe", api.realtimeUrl());
        output(
                "AmplifyOutputs",
                "What Amplify apps are configured with",
                AmplifyOutputs.text(this, props.identity(), api.api()));
    }

    /** Where queries and mutations are sent. */
    public String graphqlUrl() {
        return graphql.getGraphqlUrl();
    }

    /** As its metrics name it. */
    public String apiId() {
        return graphql.getApiId();
    }

    private Metric serverErrors() {
        return Metric.Builder.create()
                .namespace("AWS/AppSync")
                .metricName("5XXError")
                .dimensionsMap(Map.of("GraphQLAPIId", apiId()))
                .statistic("Sum")
                .period(Duration.minutes(5))
                .build();
    }

    /** What a permission on single fields begins with. */
    public String apiArn() {
        return graphql.getArn();
    }
}
