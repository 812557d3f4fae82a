package dev.ringback.local.sqs;

/**
 * Where messages go that nobody manages to handle.
 *
 * @param mostReceipts how often a message is received before it goes there
 */
record Redrive(Queue deadLetters, int mostReceipts) {}
