package dev.ringback.appsyncjs;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.URLDecoder;
import java.net.URLEncoder;
import java.text.Normalizer;
import java.util.Base64;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import org.graalvm.polyglot.proxy.ProxyExecutable;

/** Functions on text as Java has them: AppSync documents its regular expressions as those of {@link Pattern}. */
final class TextFunctions {
    private TextFunctions() {}

    static Map<String, ProxyExecutable> all() {
        return Map.of(
                "matches", a -> Pattern.matches(a[0].asString(), a[1].asString()),
                "replaceFirst", a -> a[0].asString().replaceFirst(a[1].asString(), a[2].asString()),
                "replaceAll", a -> a[0].asString().replaceAll(a[1].asString(), a[2].asString()),
                "normalize", a -> normalize(a[0].asString(), a[1].asString()),
                "urlEncode", a -> URLEncoder.encode(a[0].asString(), UTF_8),
                "urlDecode", a -> URLDecoder.decode(a[0].asString(), UTF_8),
                "base64Encode",
                        a -> Base64.getEncoder().encodeToString(a[0].asString().getBytes(UTF_8)),
                "base64Decode", a -> new String(Base64.getDecoder().decode(a[0].asString()), UTF_8));
    }

    private static String normalize(String text, String form) {
        return Normalizer.normalize(text, Normalizer.Form.valueOf(form.toUpperCase(Locale.ROOT)));
    }
}
