package dev.ringback.operations.cloud;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import software.amazon.awssdk.awscore.client.builder.AwsClientBuilder;
import software.amazon.awssdk.awscore.client.builder.AwsSyncClientBuilder;
import software.amazon.awssdk.http.SdkHttpClient;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.utils.SdkAutoCloseable;

/** Makes clients of AWS services, and closes them with itself. */
public final class Cloud implements AutoCloseable {
    private static final Duration LONGEST_WAIT = Duration.ofSeconds(5);
    private static final Duration LONGEST_CALL = Duration.ofSeconds(20);

    private final Access access;
    private final SdkHttpClient http = UrlConnectionHttpClient.builder()
            .connectionTimeout(LONGEST_WAIT)
            .socketTimeout(LONGEST_WAIT)
            .build();
    private final List<SdkAutoCloseable> clients = new ArrayList<>(List.of(http));

    public Cloud(Access access) {
        this.access = access;
    }

    public String region() {
        return access.region();
    }

    public <B extends AwsClientBuilder<B, C> & AwsSyncClientBuilder<B, C>, C extends SdkAutoCloseable> C client(
            B builder) {
        builder.httpClient(http)
                .region(Region.of(access.region()))
                .credentialsProvider(access.credentials())
                .overrideConfiguration(override -> override.apiCallTimeout(LONGEST_CALL));
        access.endpoint().ifPresent(builder::endpointOverride);
        C client = builder.build();
        clients.add(client);
        return client;
    }

    @Override
    public void close() {
        clients.reversed().forEach(SdkAutoCloseable::close);
    }
}
