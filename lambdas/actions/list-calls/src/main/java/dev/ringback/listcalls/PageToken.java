package dev.ringback.listcalls;

import dev.ringback.actionkit.InvalidRequestException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.regex.Pattern;

/** A place in the history, in a form that tells clients to leave it as it is. It opens nothing: the device is checked anew. */
final class PageToken {
    private static final Pattern POSITION = Pattern.compile("\\d{13}#[A-Za-z0-9-]{1,64}");

    private PageToken() {}

    static String of(String position) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(position.getBytes(StandardCharsets.UTF_8));
    }

    /** @throws InvalidRequestException if it is none of ours */
    static String position(String token) {
        try {
            String position = new String(Base64.getUrlDecoder().decode(token), StandardCharsets.UTF_8);
            if (POSITION.matcher(position).matches()) {
                return position;
            }
        } catch (IllegalArgumentException e) {
            // Not even base64: the same answer.
        }
        throw new InvalidRequestException("Field \"nextToken\" must be one of an earlier answer.");
    }
}
