package dev.ringback.infra.assembly;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Looks for what could be a secret in a document, and for references to secrets outside the properties made for them. */
public final class SecretScan {
    private static final List<Pattern> SECRETS = List.of(
            Pattern.compile("-----BEGIN"),
            Pattern.compile("\"?private_key\"?\\s*:"),
            Pattern.compile("\\b(AKIA|ASIA)[0-9A-Z]{16}\\b"),
            Pattern.compile("\\beyJ[\\w-]{10,}\\.[\\w-]{10,}"));
    private static final Pattern ASSIGNED =
            Pattern.compile("(?i)(password|secret|token|api.?key)\\s*[=:]\\s*[^\\s{$,]{6,}");
    /** In a program anything may be assigned but a literal. */
    private static final Pattern ASSIGNED_IN_SOURCE =
            Pattern.compile("(?i)(password|secret|token|api.?key)['\"]?\\s*[=:]\\s*['\"`][^'\"`]{6,}");

    private static final Pattern LONG_WORD = Pattern.compile("[A-Za-z0-9+/_=-]{28,}");
    private static final Pattern CREDENTIAL_KEY = Pattern.compile("SecretString|GenerateSecretString|Password|ApiKey|"
            + "PrivateKey|([A-Z_]+_)?(PASSWORD|TOKEN|SECRET|API_?KEY|PRIVATE_KEY|CREDENTIALS?)");
    private static final Pattern CHANNEL_REFERENCE =
            Pattern.compile(".*/Properties/(ServiceJson|BundleId|TeamId|TokenKey|TokenKeyId)");
    private static final double MOST_BITS_A_CHARACTER = 4.4;

    private final Set<String> names;
    private final List<String> findings = new ArrayList<>();

    private SecretScan(Set<String> names) {
        this.names = names;
    }

    /** What was found, each by its place in the document and never by its value. */
    public static List<String> of(String name, JsonNode document, Set<String> names) {
        SecretScan scan = new SecretScan(names);
        scan.walk(name, "", document);
        return scan.findings;
    }

    private void walk(String path, String type, JsonNode node) {
        if (node.isTextual()) {
            check(path, type, node.textValue());
        }
        String innerType = node.path("Type").asText(type);
        node.properties().forEach(entry -> {
            if (CREDENTIAL_KEY.matcher(entry.getKey()).matches() && !isSwitch(entry.getValue())) {
                findings.add(path + "/" + entry.getKey() + " is named like a secret");
            }
            walk(path + "/" + entry.getKey(), innerType, entry.getValue());
        });
        for (int i = 0; node.isArray() && i < node.size(); i++) {
            walk(path + "/" + i, innerType, node.get(i));
        }
    }

    // What says whether there is a secret holds none.
    private static boolean isSwitch(JsonNode value) {
        return value.asText().equals("true") || value.asText().equals("false");
    }

    private void check(String path, String type, String text) {
        if (text.contains("{{resolve:")) {
            boolean channel = type.matches("AWS::Pinpoint::\\w+Channel")
                    && CHANNEL_REFERENCE.matcher(path).matches();
            if (!channel) {
                findings.add(path + " refers to a secret");
            }
            return;
        }
        if (names.contains(text)) {
            return;
        }
        boolean source = SourceText.isIn(type, path.substring(path.lastIndexOf('/') + 1));
        boolean known = Stream.concat(SECRETS.stream(), Stream.of(source ? ASSIGNED_IN_SOURCE : ASSIGNED))
                .anyMatch(secret -> secret.matcher(text).find());
        boolean random = LONG_WORD.matcher(text).results().anyMatch(word -> bits(word.group()) > MOST_BITS_A_CHARACTER);
        if (known || random) {
            findings.add(path + " looks like a secret");
        }
    }

    // Names and hexadecimal hashes stay below 4.4 bits a character; random base64 of this length is above.
    private static double bits(String word) {
        return word.chars()
                .distinct()
                .mapToDouble(character ->
                        word.chars().filter(other -> other == character).count() / (double) word.length())
                .map(share -> -share * Math.log(share) / Math.log(2))
                .sum();
    }
}
