package dev.ringback.operations.cloud;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.ringback.operations.Environment;
import dev.ringback.operations.NotPossible;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;
import software.amazon.awssdk.auth.credentials.DefaultCredentialsProvider;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.regions.providers.DefaultAwsRegionProviderChain;

/**
 * Where a backend is, and as whom to look at it.
 *
 * @param endpoint of the stand-in on this machine; empty for AWS
 */
public record Access(String region, AwsCredentialsProvider credentials, Optional<URI> endpoint) {
    /** @throws NotPossible if nobody is signed in to AWS, or the local backend does not run */
    public static Access to(Environment environment, Path root) {
        return environment.isLocal() ? local(root) : deployed(environment);
    }

    private static Access local(Path root) {
        Path file = root.resolve(".ringback").resolve("endpoints.json");
        try {
            JsonNode endpoints = new ObjectMapper().readTree(Files.readString(file));
            return new Access(
                    endpoints.path("region").asText(),
                    StaticCredentialsProvider.create(AwsBasicCredentials.create("local", "local")),
                    Optional.of(URI.create(endpoints.path("awsEndpoint").asText())));
        } catch (IOException e) {
            throw new NotPossible("no local backend is running; start it with ./ringback up");
        }
    }

    // Asked for before anything else: found missing only by the first request, it would look like that one's failure.
    private static Access deployed(Environment environment) {
        AwsCredentialsProvider credentials =
                DefaultCredentialsProvider.builder().build();
        try {
            credentials.resolveCredentials();
        } catch (SdkClientException e) {
            throw new NotPossible("no AWS credentials; sign in as for the AWS CLI, with AWS_PROFILE or aws sso login");
        }
        return new Access(environment.region().orElseGet(Access::usualRegion), credentials, Optional.empty());
    }

    private static String usualRegion() {
        try {
            return DefaultAwsRegionProviderChain.builder().build().getRegion().id();
        } catch (SdkClientException e) {
            throw new NotPossible("no AWS region; set AWS_REGION, or region in the environment's file");
        }
    }
}
