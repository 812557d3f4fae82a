package dev.ringback.calling.device;

import java.util.UUID;
import java.util.regex.Pattern;

/** The ids of devices: UUIDs of a version that nothing else here has, so that an id tells of what it is when that is gone. */
public final class ClientId {
    // RFC 9562 leaves version 8 to whoever makes them.
    private static final Pattern FORM =
            Pattern.compile("[0-9a-f]{8}-[0-9a-f]{4}-8[0-9a-f]{3}-[0-9a-f]{4}-[0-9a-f]{12}");
    private static final long VERSION = 0xF000L;
    private static final long EIGHT = 0x8000L;

    private ClientId() {}

    static String fresh() {
        UUID random = UUID.randomUUID();
        return new UUID(random.getMostSignificantBits() & ~VERSION | EIGHT, random.getLeastSignificantBits())
                .toString();
    }

    /** True for a device, also one that is gone; false for those with an id of before there was this form. */
    public static boolean isOne(String id) {
        return FORM.matcher(id).matches();
    }
}
