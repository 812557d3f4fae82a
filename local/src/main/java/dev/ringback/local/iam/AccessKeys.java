package dev.ringback.local.iam;

import dev.ringback.local.aws.Account;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** The access keys that are in use, and whose they are. */
public final class AccessKeys {
    private static final String ALPHABET = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";

    private final SecureRandom random = new SecureRandom();
    private final Map<String, Issued> issued = new ConcurrentHashMap<>();
    private final Principal operator;

    private record Issued(Credentials credentials, Principal principal) {}

    public AccessKeys(Account account) {
        this.operator = Operator.of(account);
    }

    /** Credentials with which calls are the principal's. */
    public Credentials issue(Principal principal) {
        Credentials credentials = new Credentials("ASIA" + letters(16), secret(30), secret(96));
        issued.put(credentials.accessKeyId(), new Issued(credentials, principal));
        return credentials;
    }

    public void revoke(Credentials credentials) {
        issued.remove(credentials.accessKeyId());
    }

    /** @param sessionToken temporary credentials are worth nothing without theirs */
    public Optional<Principal> find(String accessKeyId, Optional<String> sessionToken) {
        if (accessKeyId.equals(Operator.ACCESS_KEY_ID)) {
            return Optional.of(operator);
        }
        return Optional.ofNullable(issued.get(accessKeyId))
                .filter(found ->
                        sessionToken.equals(Optional.of(found.credentials().sessionToken())))
                .map(Issued::principal);
    }

    private String letters(int length) {
        StringBuilder text = new StringBuilder();
        random.ints(length, 0, ALPHABET.length()).forEach(index -> text.append(ALPHABET.charAt(index)));
        return text.toString();
    }

    private String secret(int bytes) {
        byte[] secret = new byte[bytes];
        random.nextBytes(secret);
        return Base64.getEncoder().encodeToString(secret);
    }
}
