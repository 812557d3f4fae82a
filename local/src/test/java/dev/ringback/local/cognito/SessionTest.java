package dev.ringback.local.cognito;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class SessionTest {
    private static final Instant NOW = Instant.parse("2026-01-01T12:00:00Z");
    private static final Session FIRST =
            new Session("id", "event", "client", "ada", List.of(RefreshToken.ofHash("0")), 0, 1, false);

    @Test
    void forgetsTheRefreshTokensThatWereUsedUpLongAgo() {
        assertThat(rotated(20, Duration.ZERO).refreshTokens())
                .extracting(RefreshToken::hash)
                .containsExactly("15", "16", "17", "18", "19", "20");
    }

    @Test
    void remembersARefreshTokenAsLongAsItIsGoodForRetries() {
        assertThat(rotated(20, Duration.ofMinutes(1)).refreshTokens())
                .hasSize(21)
                .noneMatch(token -> token.isReplaced(NOW));
    }

    @Test
    void remembersARefreshTokenThatNoOtherHasReplaced() {
        RefreshToken first = FIRST.refreshTokens().getFirst();
        Session twice = FIRST.rotate(first, NOW, Duration.ofMinutes(1), "left over")
                .rotate(first, NOW, Duration.ofMinutes(1), "1");

        assertThat(rotated(twice, 1, 20, Duration.ZERO).refreshToken("left over"))
                .contains(RefreshToken.ofHash("left over"));
    }

    private static Session rotated(int times, Duration retryGrace) {
        return rotated(FIRST, 0, times, retryGrace);
    }

    /** From the token of one number to that of another. */
    private static Session rotated(Session session, int from, int to, Duration retryGrace) {
        Session rotated = session;
        for (int number = from; number < to; number++) {
            RefreshToken used = rotated.refreshToken("" + number).orElseThrow();
            rotated = rotated.rotate(used, NOW, retryGrace, "" + (number + 1));
        }
        return rotated;
    }
}
