package dev.ringback.local.appsync;

import com.fasterxml.jackson.databind.JsonNode;
import dev.ringback.local.iam.Principal;

/** Who sends a request, and by which of the API's authorization modes that is known. */
public sealed interface ApiCaller {
    /** {@code ctx.identity}; a null node for an API key. */
    JsonNode identity();

    /** @param identity with {@code sub}, {@code username}, {@code groups}, {@code claims} … */
    record User(JsonNode identity) implements ApiCaller {}

    /** @param principal whose policies decide field by field */
    record Signer(Principal principal, JsonNode identity) implements ApiCaller {}

    /** Whoever holds a key of the API. */
    record KeyHolder(JsonNode identity) implements ApiCaller {}
}
