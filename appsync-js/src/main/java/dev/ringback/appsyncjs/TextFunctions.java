package dev.ringback.appsyncjs;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.URLDecoder;
import java.net.URLEncoder;
import java.text.Normalizer;
import java.util.Base64;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Functions on text as Java has them: AppSync documents its regular expressions as those of {@link Pattern}. */
final class TextFunctions {
    private TextFunctions() {}

    static Map<String, Function<Arguments, Object>> all() {
        return Map.of(
                "matches", a -> matcher(a.text(0), a.text(1)).matches(),
                "replaceFirst", a -> matcher(a.text(1), a.text(0)).replaceFirst(a.text(2)),
                "replaceAll", a -> matcher(a.text(1), a.text(0)).replaceAll(a.text(2)),
                "normalize", a -> Normalizer.normalize(a.text(0), form(a.text(1))),
                "urlEncode", a -> URLEncoder.encode(a.text(0), UTF_8),
                "urlDecode", a -> URLDecoder.decode(a.text(0), UTF_8),
                "base64Encode",
                        a -> Base64.getEncoder().encodeToString(a.text(0).getBytes(UTF_8)),
                "base64Decode", a -> new String(Base64.getDecoder().decode(a.text(0)), UTF_8));
    }

    private static Matcher matcher(String pattern, String text) {
        return Pattern.compile(pattern).matcher(new InterruptibleText(text));
    }

    private static Normalizer.Form form(String name) {
        return Normalizer.Form.valueOf(name.toUpperCase(Locale.ROOT));
    }
}
