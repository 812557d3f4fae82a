package dev.ringback.calling.media.bandwidth;

import java.net.URI;
import java.time.Instant;

/**
 * What a request needs to be let in.
 *
 * @param account the API's URL down to the account
 * @param authorization the header's value; never logged
 * @param until when it is no longer to be used
 */
record Grant(URI account, String authorization, Instant until) {
    @Override
    public String toString() {
        return "Grant[until=" + until + "]";
    }
}
