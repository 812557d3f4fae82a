package dev.ringback.callevents.phones;

import dev.ringback.callevents.NotPublishedException;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Locale;
import java.util.Set;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;
import software.amazon.awssdk.http.ContentStreamProvider;
import software.amazon.awssdk.http.SdkHttpMethod;
import software.amazon.awssdk.http.SdkHttpRequest;
import software.amazon.awssdk.http.auth.aws.signer.AwsV4HttpSigner;
import software.amazon.awssdk.identity.spi.AwsCredentialsIdentity;

/** A GraphQL API of AppSync that takes requests signed with the function's own credentials. */
public final class GraphQlEndpoint {
    private static final Duration REQUEST = Duration.ofSeconds(3);
    private static final long LARGEST_ANSWER = 64 * 1024;
    /** The client writes these itself and takes no others. */
    private static final Set<String> CLIENTS_OWN = Set.of("host", "content-length");

    private final AwsV4HttpSigner signer = AwsV4HttpSigner.create();
    private final Connections connections;
    private final URI url;
    private final String region;
    private final AwsCredentialsProvider credentials;

    public GraphQlEndpoint(Connections connections, URI url, String region, AwsCredentialsProvider credentials) {
        this.connections = connections;
        this.url = url;
        this.region = region;
        this.credentials = credentials;
    }

    /** One attempt. */
    Answer post(byte[] body) {
        try {
            HttpRequest request = signed(body, credentials.resolveCredentials());
            HttpResponse<byte[]> response = connections
                    .current()
                    .send(request, BodyHandlers.limiting(BodyHandlers.ofByteArray(), LARGEST_ANSWER));
            return new Answer.Answered(response.statusCode(), response.body());
        } catch (IOException e) {
            return new Answer.None(e.getClass().getSimpleName());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new NotPublishedException("interrupted", e);
        }
    }

    /** Loads what a request needs; nothing leaves this machine, and no credentials stay. */
    void rehearse(byte[] body) {
        signed(body, AwsBasicCredentials.create("none", "none"));
        connections.current();
        connections.forget();
    }

    private HttpRequest signed(byte[] body, AwsCredentialsIdentity identity) {
        SdkHttpRequest unsigned = SdkHttpRequest.builder()
                .method(SdkHttpMethod.POST)
                .uri(url)
                .putHeader("Content-Type", "application/json")
                .build();
        SdkHttpRequest signed = signer.sign(sign -> sign.identity(identity)
                        .request(unsigned)
                        .payload(ContentStreamProvider.fromByteArray(body))
                        .putProperty(AwsV4HttpSigner.SERVICE_SIGNING_NAME, "appsync")
                        .putProperty(AwsV4HttpSigner.REGION_NAME, region))
                .request();
        HttpRequest.Builder request =
                HttpRequest.newBuilder(url).timeout(REQUEST).POST(BodyPublishers.ofByteArray(body));
        signed.forEachHeader((name, values) -> {
            if (!CLIENTS_OWN.contains(name.toLowerCase(Locale.ROOT))) {
                values.forEach(value -> request.header(name, value));
            }
        });
        return request.build();
    }
}
