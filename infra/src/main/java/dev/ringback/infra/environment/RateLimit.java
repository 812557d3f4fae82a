package dev.ringback.infra.environment;

/**
 * The requests within five minutes after which more are refused.
 *
 * @param perAddress generous: behind one address of a mobile carrier are many phones
 * @param perToken what one user needs, with some room
 */
public record RateLimit(int perAddress, int perToken) {

    static RateLimit read(Section section) {
        return new RateLimit(section.number("perAddress"), section.number("perToken"));
    }
}
