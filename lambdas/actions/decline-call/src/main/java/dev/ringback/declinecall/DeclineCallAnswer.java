package dev.ringback.declinecall;

import dev.ringback.calling.call.CallState;

record DeclineCallAnswer(String message, String callId, CallState state) {}
