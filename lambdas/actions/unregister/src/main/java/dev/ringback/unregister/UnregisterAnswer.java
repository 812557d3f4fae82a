package dev.ringback.unregister;

record UnregisterAnswer(String message) {}
