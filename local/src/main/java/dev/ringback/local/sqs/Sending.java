package dev.ringback.local.sqs;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;

/** A message before a queue has it. */
record Sending(String body, JsonNode attributes, String sender, Duration delay) {}
