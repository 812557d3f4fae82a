package dev.ringback.calling.media.bandwidth;

import dev.ringback.calling.media.MediaProvider.Refusal;
import dev.ringback.calling.secret.BandwidthCredentials;
import dev.ringback.calling.secret.BandwidthSecret;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** The grant in use. However many requests want one at the same time, one of them gets it for all. */
final class Access {
    private static final Duration MARGIN = Duration.ofSeconds(60);
    private static final Duration BASIC_LIFETIME = Duration.ofMinutes(5);

    private final BandwidthSecret secret;
    private final TokenEndpoint tokens;
    private final InstantSource clock;
    private Grant held;
    private CompletableFuture<Grant> coming;

    Access(BandwidthSecret secret, TokenEndpoint tokens, InstantSource clock) {
        this.secret = secret;
        this.tokens = tokens;
        this.clock = clock;
    }

    Grant current(Deadline deadline) throws BandwidthFailure {
        CompletableFuture<Grant> shared;
        synchronized (this) {
            if (held != null && clock.instant().isBefore(held.until())) {
                return held;
            }
            held = null;
            if (coming == null) {
                coming = new CompletableFuture<>();
                CompletableFuture<Grant> mine = coming;
                // On a thread of its own, so that even the one who asked first waits no longer than its deadline.
                Thread.startVirtualThread(() -> fetch(mine, deadline));
            }
            shared = coming;
        }
        return await(shared, deadline);
    }

    /** Instead of a grant that was answered with 401: the secret may have been rotated meanwhile. */
    Grant instead(Grant rejected, Deadline deadline) throws BandwidthFailure {
        synchronized (this) {
            if (rejected.equals(held)) {
                forget();
            }
        }
        return current(deadline);
    }

    synchronized void forget() {
        held = null;
        coming = null;
        secret.forget();
    }

    private void fetch(CompletableFuture<Grant> mine, Deadline deadline) {
        try {
            Grant grant = grant(deadline);
            arrived(mine, grant);
            mine.complete(grant);
        } catch (BandwidthFailure | RuntimeException e) {
            arrived(mine, null);
            mine.completeExceptionally(e);
        }
    }

    /** Not kept if it was to be forgotten while it was coming. */
    private synchronized void arrived(CompletableFuture<Grant> mine, Grant grant) {
        if (coming == mine) {
            held = grant;
            coming = null;
        }
    }

    private static Grant await(CompletableFuture<Grant> shared, Deadline deadline) throws BandwidthFailure {
        try {
            return shared.get(deadline.left().toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException e) {
            throw new BandwidthFailure(Refusal.Kind.UNAVAILABLE, "credentials: timeout");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new BandwidthFailure(Refusal.Kind.UNAVAILABLE, "credentials: interrupted");
        } catch (ExecutionException e) {
            if (e.getCause() instanceof BandwidthFailure failure) {
                throw failure;
            }
            throw new IllegalStateException("getting a grant", e.getCause());
        }
    }

    private Grant grant(Deadline deadline) throws BandwidthFailure {
        BandwidthCredentials credentials = credentials();
        try {
            return grant(credentials, deadline);
        } catch (BandwidthFailure failure) {
            if (failure.kind() != Refusal.Kind.NOT_CONFIGURED) {
                throw failure;
            }
            secret.forget();
            BandwidthCredentials fresh = credentials();
            if (fresh.equals(credentials)) {
                throw failure;
            }
            return grant(fresh, deadline);
        }
    }

    private Grant grant(BandwidthCredentials credentials, Deadline deadline) throws BandwidthFailure {
        URI account = URI.create(credentials.apiUrl() + "/accounts/" + credentials.accountId());
        Instant asked = clock.instant();
        return switch (credentials.login()) {
            case BandwidthCredentials.Basic basic ->
                new Grant(account, TokenEndpoint.basic(basic), asked.plus(BASIC_LIFETIME));
            case BandwidthCredentials.ClientCredentials _ -> {
                TokenEndpoint.AccessToken token = tokens.fetch(credentials, deadline);
                yield new Grant(
                        account,
                        "Bearer " + token.value(),
                        asked.plus(token.lifetime()).minus(MARGIN));
            }
        };
    }

    private BandwidthCredentials credentials() throws BandwidthFailure {
        return switch (secret.read()) {
            case BandwidthSecret.Reading.Usable(var credentials) -> credentials;
            case BandwidthSecret.Reading.Unusable(var reason) ->
                throw new BandwidthFailure(Refusal.Kind.NOT_CONFIGURED, reason);
            case BandwidthSecret.Reading.Unreachable(var reason) ->
                throw new BandwidthFailure(Refusal.Kind.UNAVAILABLE, reason);
        };
    }
}
