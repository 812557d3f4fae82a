package dev.ringback.exportmydata;

import dev.ringback.actionkit.InvalidRequestException;
import dev.ringback.calling.account.OwnedCalls.Side;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Where a page of the export begins.
 *
 * @param after the position that the page before ended with
 */
record Place(Side side, Optional<String> after) {
    static final Place FIRST = new Place(Side.CALLER, Optional.empty());
    private static final Pattern FORM = Pattern.compile("(CALLER|CALLEE) (\\d{13}#[A-Za-z0-9-]{1,64})?");

    static Place of(String token) {
        try {
            String text = new String(Base64.getUrlDecoder().decode(token), StandardCharsets.UTF_8);
            Matcher matcher = FORM.matcher(text);
            if (matcher.matches()) {
                return new Place(Side.valueOf(matcher.group(1)), Optional.ofNullable(matcher.group(2)));
            }
        } catch (IllegalArgumentException e) {
            // No base64, and so no token of ours either.
        }
        throw new InvalidRequestException("Field \"nextToken\" must be that of an earlier answer.");
    }

    boolean isFirst() {
        return equals(FIRST);
    }

    String token() {
        return Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString((side + " " + after.orElse("")).getBytes(StandardCharsets.UTF_8));
    }

    /** After a page that ended there; empty after the last. */
    Optional<Place> next(Optional<String> end) {
        if (end.isPresent()) {
            return Optional.of(new Place(side, end));
        }
        return side == Side.CALLER ? Optional.of(new Place(Side.CALLEE, Optional.empty())) : Optional.empty();
    }
}
