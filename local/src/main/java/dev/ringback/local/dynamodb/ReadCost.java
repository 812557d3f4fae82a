package dev.ringback.local.dynamodb;

/**
 * What a query or a scan took.
 *
 * @param target the table's name, with {@code /index/NAME} behind it for an index
 * @param principal who sent it
 * @param scanned how many items were read, before any filter
 * @param readUnits as DynamoDB charges them: half a unit for each 4 KB
 */
public record ReadCost(String operation, String target, String principal, int scanned, double readUnits) {}
