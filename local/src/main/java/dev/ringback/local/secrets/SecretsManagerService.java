package dev.ringback.local.secrets;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.ringback.local.aws.AwsCall;
import dev.ringback.local.aws.AwsFailure;
import dev.ringback.local.aws.AwsService;
import dev.ringback.local.http.HttpAnswer;
import java.util.Optional;
import java.util.UUID;

/** Secrets Manager: creating, filling and reading secrets. */
public final class SecretsManagerService implements AwsService {
    private static final String CURRENT = "AWSCURRENT";
    private static final String PREVIOUS = "AWSPREVIOUS";

    private final Secrets secrets;

    public SecretsManagerService(Secrets secrets) {
        this.secrets = secrets;
    }

    @Override
    public String signingName() {
        return "secretsmanager";
    }

    @Override
    public HttpAnswer answer(AwsCall call) throws Exception {
        JsonNode request = call.json();
        return HttpAnswer.json(
                200,
                switch (call.target()) {
                    case "GetSecretValue" -> value(call, request);
                    case "PutSecretValue" -> put(call, request);
                    case "DescribeSecret" -> describe(call, request);
                    case "CreateSecret" -> create(call, request);
                    default ->
                        throw new AwsFailure(
                                400,
                                "UnknownOperationException",
                                "The local Secrets Manager has no operation " + call.target() + ".");
                });
    }

    private ObjectNode value(AwsCall call, JsonNode request) {
        Secret secret = secret(call, request);
        String stage = request.path("VersionStage").asText(CURRENT);
        Optional<Secret.Version> version = request.has("VersionId")
                ? withId(secret, request.get("VersionId").asText())
                : withStage(secret, stage);
        Secret.Version found = version.orElseThrow(() -> new AwsFailure(
                400,
                "ResourceNotFoundException",
                request.has("VersionId")
                        ? "Secrets Manager can't find the specified secret value for VersionId: "
                                + request.get("VersionId").asText()
                        : "Secrets Manager can't find the specified secret value for staging label: " + stage));
        ObjectNode answer = named(secret)
                .put("SecretString", found.text())
                .put("VersionId", found.id())
                .put("CreatedDate", found.createdAt());
        answer.putArray("VersionStages").add(secret.current().equals(version) ? CURRENT : PREVIOUS);
        return answer;
    }

    private static Optional<Secret.Version> withId(Secret secret, String id) {
        return secret.current()
                .filter(version -> version.id().equals(id))
                .or(() -> secret.previous().filter(version -> version.id().equals(id)));
    }

    private static Optional<Secret.Version> withStage(Secret secret, String stage) {
        return switch (stage) {
            case CURRENT -> secret.current();
            case PREVIOUS -> secret.previous();
            default -> Optional.empty();
        };
    }

    private ObjectNode put(AwsCall call, JsonNode request) {
        Secret secret = secret(call, request);
        String versionId =
                request.path("ClientRequestToken").asText(UUID.randomUUID().toString());
        secrets.put(secret, text(request), versionId);
        ObjectNode answer = named(secret).put("VersionId", versionId);
        answer.putArray("VersionStages").add(CURRENT);
        return answer;
    }

    private ObjectNode describe(AwsCall call, JsonNode request) {
        Secret secret = secret(call, request);
        ObjectNode answer = named(secret);
        ObjectNode stages = answer.putObject("VersionIdsToStages");
        secret.current().ifPresent(version -> stages.putArray(version.id()).add(CURRENT));
        secret.previous().ifPresent(version -> stages.putArray(version.id()).add(PREVIOUS));
        return answer;
    }

    private ObjectNode create(AwsCall call, JsonNode request) {
        String name = request.path("Name").asText();
        call.require("secretsmanager:CreateSecret", secrets.arnOf(name));
        if (name.isEmpty()) {
            throw new AwsFailure(400, "ValidationException", "The parameter Name is missing.");
        }
        if (secrets.find(name).isPresent()) {
            throw new AwsFailure(
                    400,
                    "ResourceExistsException",
                    "The operation failed because the secret " + name + " already exists.");
        }
        Secret secret = secrets.declare(name);
        ObjectNode answer = named(secret);
        if (request.has("SecretString")) {
            String versionId =
                    request.path("ClientRequestToken").asText(UUID.randomUUID().toString());
            secrets.put(secret, text(request), versionId);
            answer.put("VersionId", versionId);
        }
        return answer;
    }

    private Secret secret(AwsCall call, JsonNode request) {
        String id = request.path("SecretId").asText();
        Optional<Secret> secret = secrets.find(id);
        String arn = secret.map(Secret::arn).orElseGet(() -> id.startsWith("arn:") ? id : secrets.arnOf(id));
        call.require("secretsmanager:" + call.target(), arn);
        return secret.orElseThrow(() ->
                new AwsFailure(400, "ResourceNotFoundException", "Secrets Manager can't find the specified secret."));
    }

    private static String text(JsonNode request) {
        if (!request.has("SecretString")) {
            throw new AwsFailure(
                    400, "InvalidRequestException", "The local Secrets Manager keeps text, in SecretString, only.");
        }
        return request.get("SecretString").asText();
    }

    private ObjectNode named(Secret secret) {
        return JsonNodeFactory.instance.objectNode().put("ARN", secret.arn()).put("Name", secret.name());
    }
}
