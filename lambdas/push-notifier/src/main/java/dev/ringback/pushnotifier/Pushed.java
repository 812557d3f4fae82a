package dev.ringback.pushnotifier;

import dev.ringback.calling.device.Device;
import dev.ringback.pushnotifier.push.Address;
import dev.ringback.pushnotifier.push.PushOutcome;

/**
 * What became of a push to one device.
 *
 * @param kind as apps read it
 */
record Pushed(Device device, Address address, String kind, PushOutcome outcome) {}
