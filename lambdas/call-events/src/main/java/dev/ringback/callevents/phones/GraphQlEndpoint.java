package dev.ringback.callevents.phones;

import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandler;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;
import software.amazon.awssdk.http.ContentStreamProvider;
import software.amazon.awssdk.http.SdkHttpMethod;
import software.amazon.awssdk.http.SdkHttpRequest;
import software.amazon.awssdk.http.auth.aws.signer.AwsV4HttpSigner;
import software.amazon.awssdk.identity.spi.AwsCredentialsIdentity;

/** A GraphQL API of AppSync that takes requests signed with the function's own credentials. */
public final class GraphQlEndpoint {
    private static final long LARGEST_ANSWER = 64 * 1024;
    /** The HTTP client writes these itself and takes no others. */
    private static final Set<String> CLIENTS_OWN = Set.of("host", "content-length");

    private final AwsV4HttpSigner signer = AwsV4HttpSigner.create();
    private final BodyHandler<byte[]> bounded = BodyHandlers.limiting(BodyHandlers.ofByteArray(), LARGEST_ANSWER);
    private final Connections connections;
    private final Address address;
    private final AwsCredentialsProvider credentials;
    private final Duration patience;

    /** Where the API is. */
    public record Address(URI url, String region) {}

    /** @param patience how long one request may take */
    public GraphQlEndpoint(
            Connections connections, Address address, AwsCredentialsProvider credentials, Duration patience) {
        this.connections = connections;
        this.address = address;
        this.credentials = credentials;
        this.patience = patience;
    }

    /** One attempt. */
    Answer post(byte[] body) throws InterruptedException {
        HttpRequest request = signed(body, credentials.resolveCredentials());
        CompletableFuture<HttpResponse<byte[]>> answer = connections.current().sendAsync(request, bounded);
        try {
            // The client's own time-out ends with the headers; waiting for the whole answer bounds the body too.
            HttpResponse<byte[]> whole = answer.get(patience.toMillis(), TimeUnit.MILLISECONDS);
            return new Answer.Answered(whole.statusCode(), whole.body());
        } catch (TimeoutException e) {
            answer.cancel(true);
            return new Answer.None("timeout");
        } catch (ExecutionException e) {
            return new Answer.None(e.getCause().getClass().getSimpleName());
        }
    }

    /** Loads what a request needs; none leaves this machine, and no connection and no credentials stay. */
    void rehearse(byte[] body) {
        signed(body, AwsBasicCredentials.create("none", "none"));
        connections.current();
        connections.forget();
    }

    private HttpRequest signed(byte[] body, AwsCredentialsIdentity identity) {
        HttpRequest.Builder request = HttpRequest.newBuilder(address.url()).POST(BodyPublishers.ofByteArray(body));
        signature(body, identity).forEachHeader((name, values) -> {
            if (!CLIENTS_OWN.contains(name.toLowerCase(Locale.ROOT))) {
                values.forEach(value -> request.header(name, value));
            }
        });
        return request.build();
    }

    private SdkHttpRequest signature(byte[] body, AwsCredentialsIdentity identity) {
        SdkHttpRequest unsigned = SdkHttpRequest.builder()
                .method(SdkHttpMethod.POST)
                .uri(address.url())
                .putHeader("Content-Type", "application/json")
                .build();
        return signer.sign(sign -> sign.identity(identity)
                        .request(unsigned)
                        .payload(ContentStreamProvider.fromByteArray(body))
                        .putProperty(AwsV4HttpSigner.SERVICE_SIGNING_NAME, "appsync")
                        .putProperty(AwsV4HttpSigner.REGION_NAME, address.region()))
                .request();
    }
}
