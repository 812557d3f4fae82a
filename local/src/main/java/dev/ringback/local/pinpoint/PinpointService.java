package dev.ringback.local.pinpoint;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.ringback.local.aws.AwsCall;
import dev.ringback.local.aws.AwsFailure;
import dev.ringback.local.aws.AwsService;
import dev.ringback.local.fault.Faults;
import dev.ringback.local.http.HttpAnswer;
import dev.ringback.local.http.HttpRequest;
import dev.ringback.local.inbox.Inbox;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * What is left of Pinpoint: sending pushes to device tokens, and reading applications and channels.
 *
 * <p>Planned faults whose path is part of {@code /v1/apps/<id>/messages} make the request itself fail; those with
 * {@code push/} make single pushes fail.
 */
public final class PinpointService implements AwsService {
    private static final Map<Integer, String> ERRORS = Map.of(
            400, "BadRequestException",
            403, "ForbiddenException",
            404, "NotFoundException",
            405, "MethodNotAllowedException",
            409, "ConflictException",
            413, "PayloadTooLargeException",
            429, "TooManyRequestsException");
    private static final Map<String, String> CHANNEL_READS = Map.of(
            "gcm", "GetGcmChannel",
            "apns", "GetApnsChannel",
            "apns_sandbox", "GetApnsSandboxChannel",
            "apns_voip", "GetApnsVoipChannel",
            "apns_voip_sandbox", "GetApnsVoipSandboxChannel");

    private final Applications applications;
    private final Faults faults;
    private final String arnPrefix;
    private final SendMessages sendMessages;

    public PinpointService(
            Applications applications, Inbox inbox, Faults faults, String region, String account, Clock clock) {
        this.applications = applications;
        this.faults = faults;
        this.arnPrefix = "arn:aws:mobiletargeting:" + region + ":" + account + ":apps/";
        this.sendMessages = new SendMessages(new PushProviders(inbox, faults), clock);
    }

    @Override
    public String signingName() {
        return "mobiletargeting";
    }

    @Override
    public HttpAnswer answer(AwsCall call) throws Exception {
        return faults.answer(call.http(), request -> route(call, request), PinpointService::planned);
    }

    private HttpAnswer route(AwsCall call, HttpRequest request) throws InterruptedException {
        List<String> path = List.of(request.path().split("/"));
        if (path.size() < 4 || !path.subList(0, 3).equals(List.of("", "v1", "apps"))) {
            throw failure(404, "Resource not found");
        }
        String application = path.get(3);
        String rest = request.method() + " " + String.join("/", path.subList(4, path.size()));
        if (rest.equals("POST messages")) {
            call.require("mobiletargeting:SendMessages", arnPrefix + application + "/messages");
            return HttpAnswer.json(200, sendMessages.run(applications.get(application), request));
        }
        if (rest.equals("GET ")) {
            call.require("mobiletargeting:GetApp", arnPrefix + application);
            return HttpAnswer.json(200, json(applications.get(application)));
        }
        if (path.size() == 6 && rest.startsWith("GET channels/") && CHANNEL_READS.containsKey(path.get(5))) {
            call.require(
                    "mobiletargeting:" + CHANNEL_READS.get(path.get(5)),
                    arnPrefix + application + "/channels/" + path.get(5));
            return HttpAnswer.json(200, channel(applications.get(application), path.get(5)));
        }
        throw failure(405, "The local Pinpoint does not know " + request.method() + " " + request.path());
    }

    private ObjectNode json(Application application) {
        return JsonNodeFactory.instance
                .objectNode()
                .put("Arn", arnPrefix + application.id())
                .put("CreationDate", application.createdAt().toString())
                .put("Id", application.id())
                .put("Name", application.name());
    }

    private static ObjectNode channel(Application application, String name) {
        Channel channel = application.channels().get(name.toUpperCase(Locale.ROOT));
        if (channel == null) {
            throw failure(404, "Resource not found");
        }
        return JsonNodeFactory.instance
                .objectNode()
                .put("ApplicationId", application.id())
                .put("DefaultAuthenticationMethod", channel.authentication())
                .put("Enabled", channel.enabled())
                .put("HasCredential", true)
                .put(channel.isFcm() ? "HasFcmServiceCredentials" : "HasTokenKey", true)
                .put("Id", name)
                .put("Platform", channel.type())
                .put("Version", 1);
    }

    private static HttpAnswer planned(int status) {
        throw failure(status, "Planned failure");
    }

    private static AwsFailure failure(int status, String message) {
        return new AwsFailure(status, ERRORS.getOrDefault(status, "InternalServerErrorException"), message);
    }
}
