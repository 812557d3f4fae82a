package dev.ringback.unblockuser;

record UnblockUserAnswer(String message) {}
