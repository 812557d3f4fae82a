package dev.ringback.local.dynamodb;

/** One thing a request does: an action of IAM on a table or an index. */
record Access(String action, String resourceArn) {}
