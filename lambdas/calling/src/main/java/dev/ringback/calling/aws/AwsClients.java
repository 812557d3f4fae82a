package dev.ringback.calling.aws;

import java.time.Duration;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;
import software.amazon.awssdk.auth.credentials.DefaultCredentialsProvider;
import software.amazon.awssdk.awscore.client.builder.AwsClientBuilder;
import software.amazon.awssdk.awscore.client.builder.AwsSyncClientBuilder;
import software.amazon.awssdk.awscore.retry.AwsRetryStrategy;
import software.amazon.awssdk.core.client.config.ClientOverrideConfiguration;
import software.amazon.awssdk.http.SdkHttpClient;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;

/**
 * Makes a function's AWS clients: one HTTP client for all of them, and times short enough that an answer still reaches a
 * waiting phone.
 */
public final class AwsClients {
    private static final Duration CONNECT = Duration.ofSeconds(1);
    private static final Duration ATTEMPT = Duration.ofSeconds(2);
    private static final Duration WHOLE_CALL = Duration.ofSeconds(4);
    private static final int ATTEMPTS = 3;

    private final Region region;
    private final SdkHttpClient http = UrlConnectionHttpClient.builder()
            .connectionTimeout(CONNECT)
            .socketTimeout(ATTEMPT)
            .build();
    // The whole chain: a function restored by SnapStart gets its credentials from a container endpoint, others from
    // variables.
    private final AwsCredentialsProvider credentials =
            DefaultCredentialsProvider.builder().build();

    public AwsClients(Region region) {
        this.region = region;
    }

    /** For requests that are signed without a client. */
    public AwsCredentialsProvider credentials() {
        return credentials;
    }

    /** Builds one service's client; its endpoint is what the SDK's own configuration says. */
    public <B extends AwsClientBuilder<B, C> & AwsSyncClientBuilder<B, C>, C> C build(B service) {
        return service.region(region)
                .httpClient(http)
                .credentialsProvider(credentials)
                .overrideConfiguration(ClientOverrideConfiguration.builder()
                        .apiCallAttemptTimeout(ATTEMPT)
                        .apiCallTimeout(WHOLE_CALL)
                        .retryStrategy(AwsRetryStrategy.standardRetryStrategy().toBuilder()
                                .maxAttempts(ATTEMPTS)
                                .build())
                        .build())
                .build();
    }
}
