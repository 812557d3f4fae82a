package dev.ringback.calling.secret;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.secretsmanager.SecretsManagerClient;
import software.amazon.awssdk.services.secretsmanager.model.ResourceNotFoundException;
import software.amazon.awssdk.services.secretsmanager.model.SecretsManagerException;

/** The Bandwidth secret in AWS Secrets Manager, kept in memory for five minutes once it is usable. */
public final class SecretsManagerBandwidthSecret implements BandwidthSecret {
    private static final Duration FRESH = Duration.ofMinutes(5);

    private final SecretText text = new SecretText();
    private final SecretsManagerClient client;
    private final String arn;
    private final InstantSource clock;
    private Reading.Usable held;
    private Instant heldUntil = Instant.MIN;

    public SecretsManagerBandwidthSecret(SecretsManagerClient client, String arn, InstantSource clock) {
        this.client = client;
        this.arn = arn;
        this.clock = clock;
    }

    @Override
    public synchronized Reading read() {
        Instant now = clock.instant();
        if (held != null && now.isBefore(heldUntil)) {
            return held;
        }
        held = null;
        Reading reading = ask();
        // Only a usable secret is kept, so that one just filled works at once.
        if (reading instanceof Reading.Usable usable) {
            held = usable;
            heldUntil = now.plus(FRESH);
        }
        return reading;
    }

    @Override
    public synchronized void forget() {
        held = null;
    }

    private Reading ask() {
        try {
            return text.parse(
                    client.getSecretValue(request -> request.secretId(arn)).secretString());
        } catch (ResourceNotFoundException e) {
            // Also what a secret that never got a value answers.
            return new Reading.Unusable("the Bandwidth secret is empty");
        } catch (SecretsManagerException e) {
            String code = e.awsErrorDetails() == null
                    ? "status " + e.statusCode()
                    : e.awsErrorDetails().errorCode();
            boolean passing = e.isThrottlingException() || e.statusCode() >= 500;
            return passing
                    ? new Reading.Unreachable("Secrets Manager answered " + code)
                    : new Reading.Unusable("Secrets Manager answered " + code);
        } catch (SdkException e) {
            return new Reading.Unreachable("Secrets Manager did not answer");
        }
    }
}
