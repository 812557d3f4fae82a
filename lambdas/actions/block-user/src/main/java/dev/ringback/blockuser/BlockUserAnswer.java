package dev.ringback.blockuser;

/** @param blockedId the id that the list of blocked users has, unless it had another before */
record BlockUserAnswer(String message, String blockedId) {}
