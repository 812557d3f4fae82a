package dev.ringback.deleteaccount;

/** Whose account it is the token says. */
record DeleteAccountRequest() {}
