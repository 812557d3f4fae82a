package dev.ringback.local.inbox;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.Map;

/**
 * A push as the phone would get it.
 *
 * @param channelType GCM, APNS, APNS_VOIP …
 * @param headers APNs' request headers ({@code apns-push-type} …); empty for GCM
 * @param payload FCM's v1 message object, or APNs' body
 */
public record Push(
        String messageId,
        String channelType,
        String deviceToken,
        Map<String, String> headers,
        JsonNode payload,
        Instant time) {}
