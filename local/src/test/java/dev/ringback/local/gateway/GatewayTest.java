package dev.ringback.local.gateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.ringback.local.aws.Account;
import dev.ringback.local.aws.AwsCall;
import dev.ringback.local.aws.AwsFailure;
import dev.ringback.local.aws.AwsService;
import dev.ringback.local.fault.Fault;
import dev.ringback.local.fault.FaultEffect;
import dev.ringback.local.fault.Faults;
import dev.ringback.local.http.HttpAnswer;
import dev.ringback.local.iam.AccessKeys;
import dev.ringback.local.iam.Credentials;
import dev.ringback.local.testserver.TestPrincipal;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class GatewayTest {
    private final AccessKeys keys = new AccessKeys(Account.DEFAULT);
    private final Faults faults = new Faults();
    private final Journal journal = new Journal();
    private final List<String> console = new CopyOnWriteArrayList<>();
    private final Gateway gateway = new Gateway(keys, faults, journal, console::add);
    private final HttpClient client = HttpClient.newHttpClient();
    private HttpListener listener;

    /** Answers who called and what. */
    private record Echo(String signingName) implements AwsService {
        @Override
        public HttpAnswer answer(AwsCall call) {
            if (call.target().equals("Refuse")) {
                throw new AwsFailure(404, "NotFoundException", "none of that");
            }
            if (call.target().equals("Guard")) {
                call.require("echo:Guard", "arn");
            }
            return HttpAnswer.json(
                    200,
                    JsonNodeFactory.instance
                            .objectNode()
                            .put(call.target(), call.principal().name()));
        }
    }

    @BeforeEach
    void start() throws IOException {
        gateway.add(new Echo("dynamodb"));
        gateway.add(new Echo("cognito-idp"));
        gateway.add("/inbox", request -> text("inbox " + request.path()));
        gateway.add("/inbox/deep", request -> text("deep " + request.path() + "?" + request.query()));
        listener = HttpListener.start(0, 1000, gateway);
    }

    @AfterEach
    void stop() {
        client.close();
        listener.close();
    }

    @Test
    void handsASignedCallToTheServiceOfItsScope() throws Exception {
        assertThat(signed("local", "GetItem").body())
                .isEqualTo("{\"GetItem\":\"arn:aws:iam::000000000000:user/local\"}");
    }

    @Test
    void knowsWhoseTheCredentialsAre() throws Exception {
        Credentials credentials = keys.issue(TestPrincipal.ANYONE);

        HttpResponse<String> answer =
                signed(credentials.accessKeyId(), "GetItem", "x-amz-security-token", credentials.sessionToken());

        assertThat(answer.body()).contains("assumed-role/tester");
    }

    @Test
    void refusesCredentialsItDidNotGive() throws Exception {
        HttpResponse<String> answer = signed("AKIASOMEBODY", "GetItem");

        assertThat(answer.statusCode()).isEqualTo(403);
        assertThat(answer.body())
                .isEqualTo("{\"__type\":\"UnrecognizedClientException\","
                        + "\"message\":\"The security token included in the request is invalid.\"}");
    }

    @Test
    void refusesASignedGraphQlRequestInAppSyncsWay() throws Exception {
        HttpResponse<String> answer = send(
                "/appsync/api/graphql",
                "{}",
                "authorization",
                "AWS4-HMAC-SHA256 Credential=AKIASOMEBODY/20260101/us-east-1/appsync/aws4_request, SignedHeaders=host,"
                        + " Signature=0");

        assertThat(answer.statusCode()).isEqualTo(403);
        assertThat(answer.body())
                .isEqualTo("{\"errors\":[{\"errorType\":\"UnrecognizedClientException\","
                        + "\"message\":\"The security token included in the request is invalid.\"}]}");
        assertThat(answer.headers().firstValue("access-control-allow-origin")).contains("*");
        assertThat(answer.headers().firstValue("x-amzn-errortype")).contains("UnrecognizedClientException");
        assertThat(answer.headers().firstValue("x-amzn-requestid")).isPresent();
    }

    @Test
    void letsAnybodyCallCognito() throws Exception {
        HttpResponse<String> answer = send("/", "{}", "x-amz-target", "AWSCognitoIdentityProviderService.SignUp");

        assertThat(answer.body()).isEqualTo("{\"SignUp\":\"anonymous\"}");
        assertThat(answer.headers().firstValue("access-control-allow-origin")).contains("*");
    }

    @Test
    void rendersRefusalsAsAwsDoes() throws Exception {
        HttpResponse<String> answer = signed("local", "Refuse");

        assertThat(answer.statusCode()).isEqualTo(404);
        assertThat(answer.body()).isEqualTo("{\"__type\":\"NotFoundException\",\"message\":\"none of that\"}");
        assertThat(answer.headers().firstValue("x-amzn-errortype")).contains("NotFoundException");
        assertThat(answer.headers().firstValue("content-type")).contains("application/x-amz-json-1.0");
        assertThat(answer.headers().firstValue("x-amzn-requestid")).isPresent();
    }

    @Test
    void answersWhatAPolicyDoesNotAllowWith400InTheJsonProtocol() throws Exception {
        Credentials weak = keys.issue(new TestPrincipal("echo:Other", "arn"));

        HttpResponse<String> answer = signed(weak.accessKeyId(), "Guard", "x-amz-security-token", weak.sessionToken());

        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.body()).contains("AccessDeniedException", "is not authorized to perform: echo:Guard");
    }

    @Test
    void givesThePathToTheLongestPrefix() throws Exception {
        assertThat(send("/inbox", "").body()).isEqualTo("inbox /");
        assertThat(send("/inbox/other", "").body()).isEqualTo("inbox /other");
        assertThat(send("/inbox/deep/a%20b?c=%20", "").body()).isEqualTo("deep /a b?c=%20");
        assertThat(send("/inboxes", "").statusCode()).isEqualTo(404);
    }

    @Test
    void journalsWhatWasAsked() throws Exception {
        signed("local", "GetItem");
        send("/inbox/x", "");

        assertThat(journal.entries())
                .extracting(JournalEntry::target, JournalEntry::principal, JournalEntry::status)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple(
                                "dynamodb/GetItem", "arn:aws:iam::000000000000:user/local", 200),
                        org.assertj.core.groups.Tuple.tuple("POST /inbox/x", "", 200));
        assertThat(journal.entries()).allMatch(entry -> entry.startNanos() < entry.endNanos());
    }

    @Test
    void failsAwsCallsAsPlanned() throws Exception {
        faults.add(new Fault(Optional.empty(), "dynamodb/GetItem", new FaultEffect.Status(503), false, 0, 1));

        assertThat(signed("local", "PutItem").statusCode()).isEqualTo(200);
        assertThat(signed("local", "GetItem").statusCode()).isEqualTo(503);
        assertThat(signed("local", "GetItem").statusCode()).isEqualTo(200);
    }

    @Test
    void closesTheConnectionWithoutAnAnswer() {
        gateway.add("/gone", request -> HttpAnswer.DROP);

        assertThatThrownBy(() -> send("/gone", "")).isInstanceOf(IOException.class);
    }

    @Test
    void refusesBodiesThatAreTooLong() throws Exception {
        assertThat(send("/inbox", "x".repeat(1001)).statusCode()).isEqualTo(413);
        assertThat(send("/inbox", "x".repeat(1000)).statusCode()).isEqualTo(200);
    }

    @Test
    void answersItsOwnFaultsWith500AndShowsThem() throws Exception {
        gateway.add("/broken", request -> {
            throw new IllegalStateException("broken inside");
        });

        assertThat(send("/broken", "").body()).isEqualTo("{\"message\":\"Internal Server Error\"}");
        assertThat(console).anySatisfy(line -> assertThat(line).contains("broken inside"));
    }

    private static HttpAnswer text(String text) {
        return new HttpAnswer(200, Map.of(), text.getBytes(StandardCharsets.UTF_8));
    }

    private HttpResponse<String> signed(String accessKeyId, String operation, String... headers) throws Exception {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(listener.url()))
                .header("content-type", "application/x-amz-json-1.0")
                .header("x-amz-target", "DynamoDB_20120810." + operation)
                .header(
                        "authorization",
                        "AWS4-HMAC-SHA256 Credential=" + accessKeyId
                                + "/20260101/us-east-1/dynamodb/aws4_request, SignedHeaders=host, Signature=0")
                .POST(HttpRequest.BodyPublishers.ofString("{}"));
        if (headers.length > 0) {
            request.headers(headers);
        }
        return client.send(request.build(), HttpResponse.BodyHandlers.ofString());
    }

    private HttpResponse<String> send(String path, String body, String... headers) throws Exception {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(listener.url() + path))
                .POST(HttpRequest.BodyPublishers.ofString(body));
        if (headers.length > 0) {
            request.headers(headers);
        }
        return client.send(request.build(), HttpResponse.BodyHandlers.ofString());
    }
}
