package dev.ringback.local;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ringback.local.tls.Trust;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.WebSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Base64;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class GraphQlReloadTest {
    @TempDir
    private Path folder;

    private final BlockingQueue<String> console = new LinkedBlockingQueue<>();
    private final BlockingQueue<String> heard = new LinkedBlockingQueue<>();
    private GraphQlProject project;
    private LocalRuntime runtime;
    private HttpClient client;

    @BeforeEach
    void start() throws Exception {
        project = GraphQlProject.in(folder);
        run();
    }

    private void run() throws Exception {
        runtime = LocalRuntime.start(LocalOptions.of(project.assembly(), folder.resolve("endpoints.json"), this::hear)
                .watching(project.graphql()));
        client = Trust.client(Path.of(runtime.endpoints().caCertificate()));
    }

    /** What the start says is of no interest, and changes may be noticed before it is over. */
    private void hear(String line) {
        if (line.startsWith("graphql changed: ") || line.startsWith("Changed too")) {
            console.add(line);
        }
    }

    @AfterEach
    void stop() {
        client.shutdownNow();
        runtime.close();
    }

    @Test
    void appliesAChangedResolver() throws Exception {
        assertThat(say("hello")).isEqualTo("{\"data\":{\"say\":\"said hello\"}}");

        project.answerBefore("answered ");

        assertThat(line()).matches("graphql changed: resolvers/Mutation.say.js; applied in \\d+\\.\\d s");
        assertThat(say("hello")).isEqualTo("{\"data\":{\"say\":\"answered hello\"}}");
    }

    @Test
    void appliesWhatWasEditedWhileTheAssemblyWasSynthesized() throws Exception {
        stop();
        project.answerBefore("answered ");
        project.editedMeanwhile("graphql/resolvers/Mutation.say.js");
        run();

        assertThat(line()).startsWith("graphql changed: resolvers/Mutation.say.js; applied in ");
        assertThat(say("hello")).contains("answered hello");
    }

    @Test
    void appliesAChangedSchema() throws Exception {
        project.addQuery("more: String");

        assertThat(line()).startsWith("graphql changed: schema.graphql; applied in ");
        assertThat(post("{\"query\": \"{ more }\"}")).isEqualTo("{\"data\":{\"more\":null}}");
    }

    @Test
    void keepsTellingThoseWhoSubscribedBefore() throws Exception {
        subscribe();

        project.answerBefore("answered ");
        line();
        say("hello");

        assertThat(heard.poll(10, TimeUnit.SECONDS)).contains("{\"heard\":\"answered hello\"}");
    }

    @Test
    void leavesTheApiAsItWasWhenSynthRefuses() throws Exception {
        project.schemaWith("# refuse");

        assertThat(line())
                .isEqualTo("graphql changed: schema.graphql; not applied, everything runs on as it was:\n"
                        + "The schema is refused.");
        assertThat(say("hello")).contains("said hello");
    }

    @Test
    void leavesTheApiAsItWasWhenTheSchemaIsFaulty() throws Exception {
        project.schemaWith("type Broken {");

        assertThat(line()).contains("; not applied", "Api, Schema (AWS::AppSync::GraphQLSchema): ");
        assertThat(say("hello")).contains("said hello");
    }

    @Test
    void leavesTheApiAsItWasWhenCodeIsFaulty() throws Exception {
        project.write("graphql/resolvers/Mutation.say.js", "export function request(");

        assertThat(line()).contains("; not applied", "Api, Say (AWS::AppSync::Resolver): ");
        assertThat(say("hello")).contains("said hello");
    }

    @Test
    void recoversFromAFault() throws Exception {
        project.schemaWith("# refuse");
        line();

        project.addQuery("more: String");

        assertThat(line()).contains("; applied in ");
    }

    @Test
    void saysThatThereIsNothingToApply() throws Exception {
        project.write("graphql/functions/unused.js", "// " + System.nanoTime());

        assertThat(line()).isEqualTo("graphql changed: functions/unused.js; nothing to apply");
    }

    @Test
    void namesWhatTakesARestart() throws Exception {
        project.write("timeout", "60");
        project.answerBefore("answered ");

        assertThat(line()).isEqualTo("Changed too, which takes a restart: Api, Queue (AWS::SQS::Queue)");
        assertThat(line()).contains("; applied in ");
    }

    private String line() throws InterruptedException {
        String line = console.poll(20, TimeUnit.SECONDS);
        assertThat(line).as("a line on the console").isNotNull();
        return line;
    }

    private String key() {
        return runtime.endpoints().apiUrl();
    }

    private String say(String text) throws Exception {
        return post("{\"query\": \"mutation { say(text: \\\"" + text + "\\\") }\"}");
    }

    private String post(String body) throws Exception {
        HttpRequest request = HttpRequest.newBuilder(
                        URI.create(runtime.endpoints().graphqlTlsUrl()))
                .header("x-api-key", key())
                .POST(HttpRequest.BodyPublishers.ofString(body))
                .build();
        return client.send(request, HttpResponse.BodyHandlers.ofString()).body();
    }

    private void subscribe() throws InterruptedException {
        String authorization = "{\"host\": \"localhost\", \"x-api-key\": \"" + key() + "\"}";
        String url = runtime.endpoints().graphqlTlsUrl().replace("https:", "wss:") + "/realtime";
        WebSocket socket = client.newWebSocketBuilder()
                .subprotocols(
                        "graphql-ws",
                        "header-"
                                + Base64.getUrlEncoder()
                                        .withoutPadding()
                                        .encodeToString(authorization.getBytes(StandardCharsets.UTF_8)))
                .buildAsync(URI.create(url), new Hearing())
                .join();
        socket.sendText(
                        "{\"id\": \"1\", \"type\": \"start\", \"payload\": {\"data\":"
                                + " \"{\\\"query\\\": \\\"subscription { heard }\\\"}\","
                                + " \"extensions\": {\"authorization\": " + authorization + "}}}",
                        true)
                .join();
        assertThat(heard.poll(10, TimeUnit.SECONDS)).contains("start_ack");
    }

    private final class Hearing implements WebSocket.Listener {
        @Override
        public CompletionStage<?> onText(WebSocket socket, CharSequence text, boolean last) {
            heard.add(text.toString());
            socket.request(1);
            return null;
        }
    }
}
