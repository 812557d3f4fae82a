package dev.ringback.local.appsync.execution;

/**
 * How much a request may ask for; 0 sets no limit of its own.
 *
 * @param depth the most levels of fields
 * @param resolvers how many resolvers may run
 */
public record Limits(int depth, int resolvers) {
    private static final int MOST_RESOLVERS = 10_000;

    boolean allowsDepth(long levels) {
        return depth == 0 || levels <= depth;
    }

    boolean allowsResolvers(int count) {
        return count <= (resolvers == 0 ? MOST_RESOLVERS : resolvers);
    }
}
