package dev.ringback.blockuser;

/**
 * Who is to be blocked.
 *
 * @param owner his {@code sub}
 * @param id by which his blocker knows him
 */
record Culprit(String owner, String id) {}
