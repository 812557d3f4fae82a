package dev.ringback.local.bandwidth;

import dev.ringback.local.fault.FaultEndpoint;
import dev.ringback.local.fault.Faults;
import dev.ringback.local.http.Endpoint;
import dev.ringback.local.http.HttpAnswer;
import dev.ringback.local.http.HttpRequest;
import java.time.Clock;
import java.util.Arrays;
import java.util.List;

/**
 * Bandwidth's WebRTC API with its token endpoint, as documented, without any media.
 *
 * <p>{@code /v1/accounts/…} is the API and takes an access token or the API user; {@code …/oauth2/token} gives access
 * tokens; {@code /_state} shows the live sessions and participants; {@code /_faults} plans failures, see
 * {@link FaultEndpoint}; {@code /_credentials} changes what is let in.
 */
public final class BandwidthSimulator implements Endpoint {
    private final AcceptedCredentials credentials;
    private final Faults faults = new Faults();
    private final FaultEndpoint faultEndpoint = new FaultEndpoint(faults);
    private final ErrorAnswers errors = new ErrorAnswers();
    private final AccessTokens tokens;
    private final Sessions sessions;
    private final WebRtcApi api;

    public BandwidthSimulator(BandwidthCredentials credentials, Clock clock) {
        this.credentials = new AcceptedCredentials(credentials);
        this.tokens = new AccessTokens(this.credentials, clock);
        this.sessions = new Sessions(clock);
        this.api = new WebRtcApi(credentials.accountId(), sessions, new ParticipantTokens(clock));
    }

    @Override
    public HttpAnswer answer(HttpRequest request) throws Exception {
        return switch (request.path()) {
            case "/_state" -> HttpAnswer.json(200, sessions.state());
            case "/_credentials" -> credentials.answer(request);
            case "/_faults" -> faultEndpoint.answer(request);
            default -> faults.answer(request, this::vendor, errors::of);
        };
    }

    private HttpAnswer vendor(HttpRequest request) {
        if (request.path().endsWith("/oauth2/token")) {
            return tokens.grant(request);
        }
        try {
            return api.answer(request, belowAccount(request));
        } catch (ApiError refused) {
            return errors.of(refused.status(), refused.getMessage());
        }
    }

    private List<String> belowAccount(HttpRequest request) {
        List<String> path = Arrays.asList(request.path().split("/"));
        if (path.size() < 4 || !path.subList(0, 3).equals(List.of("", "v1", "accounts"))) {
            throw new ApiError(403, "Missing Authentication Token");
        }
        if (!tokens.allows(request) || !path.get(3).equals(credentials.accountId())) {
            throw new ApiError(401, "Unauthorized");
        }
        return path.subList(4, path.size());
    }
}
