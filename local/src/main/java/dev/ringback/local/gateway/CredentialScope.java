package dev.ringback.local.gateway;

import dev.ringback.local.http.HttpRequest;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Who signed an AWS request, for which service; the signature itself is not checked. */
public record CredentialScope(String accessKeyId, String service) {
    private static final Pattern CREDENTIAL =
            Pattern.compile("^AWS4-HMAC-SHA256 .*Credential=([^/,\\s]+)/\\d{8}/[^/,\\s]+/([^/,\\s]+)/aws4_request");

    static Optional<CredentialScope> of(HttpRequest request) {
        return of(request.header("authorization"));
    }

    /** @param authorization the header of this name */
    public static Optional<CredentialScope> of(Optional<String> authorization) {
        return authorization
                .map(CREDENTIAL::matcher)
                .filter(Matcher::find)
                .map(found -> new CredentialScope(found.group(1), found.group(2)));
    }
}
