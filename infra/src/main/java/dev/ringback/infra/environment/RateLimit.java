package dev.ringback.infra.environment;

/**
 * The requests within five minutes after which more are refused.
 *
 * @param perAddress generous: behind one address of a mobile carrier are many phones
 * @param perToken what one user needs, with some room
 */
public record RateLimit(int perAddress, int perToken) {
    private static final int LEAST_OF_WAF = 10;
    private static final int MOST_OF_WAF = 2_000_000_000;

    static RateLimit read(Section section) {
        RateLimit limit = new RateLimit(
                section.number("perAddress", LEAST_OF_WAF, MOST_OF_WAF),
                section.number("perToken", LEAST_OF_WAF, MOST_OF_WAF));
        section.refuseUnknownKeys();
        return limit;
    }
}
