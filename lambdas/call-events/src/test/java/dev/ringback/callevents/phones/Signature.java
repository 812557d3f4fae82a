package dev.ringback.callevents.phones;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.ringback.callevents.FakeService.Seen;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.List;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** What AWS finds the signature (version 4) of a request to be, from the request as it arrived. */
final class Signature {
    private static final Pattern AUTHORIZATION =
            Pattern.compile("AWS4-HMAC-SHA256 Credential=[^/]+/([^,]+), SignedHeaders=([^,]+), Signature=\\w+");

    private Signature() {}

    static String of(String method, String path, Seen request, String secret) throws GeneralSecurityException {
        Matcher authorization = AUTHORIZATION.matcher(request.header("Authorization"));
        if (!authorization.matches()) {
            throw new IllegalArgumentException(request.header("Authorization"));
        }
        String scope = authorization.group(1);
        String signed = authorization.group(2);
        String canonical =
                String.join("\n", method, path, "", headers(request, signed), signed, sha256(request.text()));
        String date = request.header("X-amz-date");
        byte[] key = ("AWS4" + secret).getBytes(UTF_8);
        for (String part : scope.split("/")) {
            key = hmac(key, part);
        }
        String text = String.join("\n", "AWS4-HMAC-SHA256", date, scope, sha256(canonical));
        return HexFormat.of().formatHex(hmac(key, text));
    }

    private static String headers(Seen request, String signed) {
        TreeMap<String, List<String>> byName = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        byName.putAll(request.headers());
        StringBuilder lines = new StringBuilder();
        for (String name : signed.split(";")) {
            lines.append(name).append(':').append(byName.get(name).getFirst()).append('\n');
        }
        return lines.toString();
    }

    private static String sha256(String text) throws GeneralSecurityException {
        return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(text.getBytes(UTF_8)));
    }

    private static byte[] hmac(byte[] key, String text) throws GeneralSecurityException {
        Mac mac = Mac.getInstance("HmacSHA256");
        mac.init(new SecretKeySpec(key, "HmacSHA256"));
        return mac.doFinal(text.getBytes(UTF_8));
    }
}
