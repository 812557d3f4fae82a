package dev.ringback.operations.doctor;

import dev.ringback.calling.media.MediaProvider.Refusal;
import dev.ringback.calling.secret.BandwidthCredentials;
import dev.ringback.calling.secret.BandwidthSecret;
import dev.ringback.calling.secret.BandwidthSecret.Reading;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/** Whether the Bandwidth secret is filled, and its credentials are good for calls. */
public final class BandwidthCheck implements Check {
    private static final String SECRET = "Bandwidth secret";
    private static final String ACCESS = "Bandwidth access";
    private static final String STORE = "Secrets Manager";

    private final BandwidthSecret secret;
    private final String secretName;
    private final Supplier<Optional<Refusal>> trial;

    /** @param trial a request to Bandwidth that changes nothing there, with the secret's credentials */
    public BandwidthCheck(BandwidthSecret secret, String secretName, Supplier<Optional<Refusal>> trial) {
        this.secret = secret;
        this.secretName = secretName;
        this.trial = trial;
    }

    @Override
    public String subject() {
        return SECRET;
    }

    @Override
    public List<Line> look() {
        return switch (secret.read()) {
            case Reading.Usable(BandwidthCredentials credentials) ->
                List.of(new Line(SECRET, new Finding.Ok(description(credentials))), new Line(ACCESS, access()));
            case Reading.Unusable(String reason) -> List.of(new Line(SECRET, unusable(reason)), notTried());
            case Reading.Unreachable(String reason) ->
                List.of(new Line(SECRET, new Finding.Unknown(reason)), notTried());
        };
    }

    private static String description(BandwidthCredentials credentials) {
        String account = "account " + credentials.accountId() + ", ";
        return switch (credentials.login()) {
            case BandwidthCredentials.ClientCredentials _ -> account + "client credentials";
            case BandwidthCredentials.Basic _ ->
                account + "user name and password, which Bandwidth takes until 2 December 2026";
        };
    }

    /** A store that refuses to answer says nothing of what is in it. */
    private Finding unusable(String reason) {
        return reason.startsWith(STORE)
                ? new Finding.Unknown(reason)
                : new Finding.Wrong(reason + ": fill " + secretName
                        + " with {\"accountId\", \"clientId\", \"clientSecret\"} (docs/environments.md)");
    }

    private static Line notTried() {
        return new Line(ACCESS, new Finding.Unknown("not tried without the secret"));
    }

    private Finding access() {
        Optional<Refusal> refusal = trial.get();
        if (refusal.isEmpty()) {
            return new Finding.Ok("credentials taken");
        }
        String reason = refusal.get().reason();
        return switch (refusal.get().kind()) {
            case NOT_CONFIGURED ->
                new Finding.Wrong(
                        "refused (" + reason + "): check the credentials, and that the account may use WebRTC");
            case FAILED -> new Finding.Wrong("fails (" + reason + "): check accountId, and Bandwidth's status page");
            case UNAVAILABLE -> new Finding.Unknown("no answer (" + reason + ")");
        };
    }
}
