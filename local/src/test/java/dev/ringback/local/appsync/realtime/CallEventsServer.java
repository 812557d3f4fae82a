package dev.ringback.local.appsync.realtime;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.nimbusds.jwt.JWTClaimsSet;
import dev.ringback.local.appsync.ApiBench;
import dev.ringback.local.appsync.api.AppSyncApis;
import dev.ringback.local.appsync.api.AppSyncService;
import dev.ringback.local.aws.Account;
import dev.ringback.local.fault.Faults;
import dev.ringback.local.gateway.Gateway;
import dev.ringback.local.gateway.HttpListener;
import dev.ringback.local.gateway.Journal;
import dev.ringback.local.iam.Credentials;
import dev.ringback.local.iam.IamProvider;
import dev.ringback.local.iam.Principal;
import dev.ringback.local.iam.Roles;
import dev.ringback.local.stack.ResourceDeclaration;
import dev.ringback.local.testserver.Tokens;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

/** The project's own API, as far as it tells of calls, behind a gateway. */
final class CallEventsServer implements AutoCloseable {
    private static final Path GRAPHQL = Path.of("..", "graphql");
    private static final String PATH = "/appsync/" + ApiBench.ID + "/graphql";

    private final ApiBench bench = new ApiBench(read("schema.graphql"));
    private final RealtimeEndpoint realtime =
            new RealtimeEndpoint(bench.apis::find, RealtimeServer.LIMITS, bench.console::add);
    private final HttpClient client = HttpClient.newHttpClient();
    private final HttpListener listener;

    CallEventsServer() {
        for (String field : new String[] {"Mutation.publishCallEvent", "Subscription.onCallEvent"}) {
            bench.unit(field, read("resolvers/" + field + ".js"));
        }
        bench.start();
        Gateway gateway = new Gateway(bench.accessKeys, new Faults(), new Journal(), bench.console::add);
        gateway.add(new AppSyncService(bench.apis));
        gateway.add(AppSyncApis.PREFIX, bench.apis);
        gateway.addSockets(AppSyncApis.PREFIX, realtime);
        try {
            listener = HttpListener.start(0, 1000, gateway, gateway);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Sends a request as a function with a role of these grants does, with temporary credentials. */
    JsonNode asFunction(ObjectNode request, String... grants) throws Exception {
        Credentials keys = bench.accessKeys.issue(function(grants));
        return send(request, "authorization", signed(keys), "x-amz-security-token", keys.sessionToken());
    }

    JsonNode asUser(ObjectNode request, String sub) throws Exception {
        return send(request, "authorization", token(sub));
    }

    /** A client that is connected as a user, and has subscribed to nothing yet. */
    RealtimeClient connected(String sub) throws Exception {
        String header = "header-" + RealtimeServer.url64(authorization(sub));
        URI uri = URI.create(listener.url().replace("http:", "ws:") + PATH + "/realtime");
        return RealtimeClient.reading(listening ->
                client.newWebSocketBuilder().subprotocols("graphql-ws", header).buildAsync(uri, listening));
    }

    static String authorization(String sub) {
        return FakeApi.JSON
                .createObjectNode()
                .put("host", "localhost")
                .put("Authorization", token(sub))
                .toString();
    }

    /** The {@code authorization} object of a function's own subscription. */
    String authorizationOfFunction(String... grants) {
        Credentials keys = bench.accessKeys.issue(function(grants));
        return FakeApi.JSON
                .createObjectNode()
                .put("host", "localhost")
                .put("Authorization", signed(keys))
                .put("X-Amz-Security-Token", keys.sessionToken())
                .toString();
    }

    private JsonNode send(ObjectNode request, String... headers) throws Exception {
        HttpRequest post = HttpRequest.newBuilder(URI.create(listener.url() + PATH))
                .headers(headers)
                .POST(BodyPublishers.ofString(request.toString()))
                .build();
        return FakeApi.JSON.readTree(client.send(post, BodyHandlers.ofString()).body());
    }

    private static String token(String sub) {
        JWTClaimsSet claims = Tokens.claims().subject(sub).build();
        return ApiBench.TOKENS.sign(claims);
    }

    private static String signed(Credentials keys) {
        return "AWS4-HMAC-SHA256 Credential=" + keys.accessKeyId()
                + "/20260101/us-east-1/appsync/aws4_request, SignedHeaders=host, Signature=0";
    }

    /** @param grants {@code Mutation/fields/publishCallEvent} */
    private static Principal function(String... grants) {
        ObjectNode role = (ObjectNode) FakeApi.json("""
                {'RoleName': 'function', 'AssumeRolePolicyDocument': {'Statement': []},
                 'Policies': [{'PolicyDocument': {'Statement': [{'Effect': 'Allow', 'Action': 'appsync:GraphQL'}]}}]}""");
        ObjectNode statement = (ObjectNode) role.at("/Policies/0/PolicyDocument/Statement/0");
        statement.set(
                "Resource",
                FakeApi.JSON.valueToTree(Stream.of(grants)
                        .map(grant -> ApiBench.ARN + "/types/" + grant)
                        .toList()));
        Roles roles = new Roles();
        String arn = new IamProvider(Account.DEFAULT, roles)
                .create(new ResourceDeclaration("stack", "Role", "AWS::IAM::Role", role, "Role"))
                .attributes()
                .get("Arn");
        return roles.withArn(arn).orElseThrow().session("call-events");
    }

    private static String read(String file) {
        try {
            return Files.readString(GRAPHQL.resolve(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        client.shutdownNow();
        listener.close();
        realtime.close();
    }
}
