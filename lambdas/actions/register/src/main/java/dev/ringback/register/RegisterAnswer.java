package dev.ringback.register;

import dev.ringback.calling.device.NotifyType;

/** @param id the clientId under which the device calls and is called */
record RegisterAnswer(String id, NotifyType notifyType) {}
