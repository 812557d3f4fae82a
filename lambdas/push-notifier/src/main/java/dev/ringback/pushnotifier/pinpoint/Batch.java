package dev.ringback.pushnotifier.pinpoint;

import dev.ringback.pushnotifier.push.Address;
import java.util.List;
import software.amazon.awssdk.services.pinpoint.model.MessageRequest;

/** One request, and whom it is for. */
record Batch(List<Address> addresses, MessageRequest request) {}
