package dev.ringback.local.bandwidth;

import dev.ringback.local.http.HttpAnswer;
import dev.ringback.local.http.HttpRequest;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/**
 * What the simulated account lets in at the moment. {@code POST _credentials} adds a client and an API user, as an operator does
 * before a rotation, and answers with them; {@code DELETE _credentials} revokes all that came before the last.
 */
final class AcceptedCredentials {
    private final List<BandwidthCredentials> accepted;

    AcceptedCredentials(BandwidthCredentials first) {
        accepted = new CopyOnWriteArrayList<>(List.of(first));
    }

    String accountId() {
        return accepted.getFirst().accountId();
    }

    List<BandwidthCredentials> all() {
        return List.copyOf(accepted);
    }

    boolean holds(BandwidthCredentials credentials) {
        return accepted.contains(credentials);
    }

    HttpAnswer answer(HttpRequest request) {
        return switch (request.method()) {
            case "POST" -> {
                BandwidthCredentials fresh = BandwidthCredentials.random();
                accepted.add(fresh);
                yield HttpAnswer.json(200, fresh.asJson());
            }
            case "DELETE" -> {
                accepted.removeIf(credentials -> !credentials.equals(accepted.getLast()));
                yield HttpAnswer.empty(204);
            }
            default -> HttpAnswer.empty(405);
        };
    }
}
