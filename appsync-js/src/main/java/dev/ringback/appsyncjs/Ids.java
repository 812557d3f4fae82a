package dev.ringback.appsyncjs;

import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;

/** New ids: a UUID, and the two kinds that sort by time. */
final class Ids {
    private static final String BASE_32 = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
    private static final String BASE_62 = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";
    /** KSUID counts seconds from 2014-05-13T16:53:20Z. */
    private static final long KSUID_EPOCH = 1_400_000_000;

    private final SecureRandom random = new SecureRandom();
    private final Clock clock;

    Ids(Clock clock) {
        this.clock = clock;
    }

    Map<String, Function<Arguments, Object>> all() {
        return Map.of("uuid", _ -> UUID.randomUUID().toString(), "ulid", _ -> ulid(), "ksuid", _ -> ksuid());
    }

    private String ulid() {
        byte[] id = ByteBuffer.allocate(16)
                .putShort((short) (clock.millis() >>> 32))
                .putInt((int) clock.millis())
                .put(random(10))
                .array();
        return text(id, BASE_32, 26);
    }

    private String ksuid() {
        byte[] id = ByteBuffer.allocate(20)
                .putInt((int) (clock.instant().getEpochSecond() - KSUID_EPOCH))
                .put(random(16))
                .array();
        return text(id, BASE_62, 27);
    }

    private byte[] random(int count) {
        byte[] bytes = new byte[count];
        random.nextBytes(bytes);
        return bytes;
    }

    private static String text(byte[] id, String digits, int length) {
        BigInteger base = BigInteger.valueOf(digits.length());
        BigInteger rest = new BigInteger(1, id);
        StringBuilder text = new StringBuilder(length);
        for (int digit = 0; digit < length; digit++) {
            text.append(digits.charAt(rest.mod(base).intValue()));
            rest = rest.divide(base);
        }
        return text.reverse().toString();
    }
}
