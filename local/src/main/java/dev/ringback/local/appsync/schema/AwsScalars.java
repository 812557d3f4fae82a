package dev.ringback.local.appsync.schema;

import graphql.schema.GraphQLScalarType;
import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The scalar types that AppSync adds to GraphQL's own. */
final class AwsScalars {
    // AppSync takes seconds in an offset, which ISO 8601 does not have.
    private static final String OFFSET = "(?:Z|[+-]\\d\\d:\\d\\d(?::\\d\\d)?)";
    private static final String TIME = "(\\d\\d:\\d\\d(?::\\d\\d(?:\\.\\d{1,9})?)?)";
    private static final String DATE = "([+-]?\\d{4,9}-\\d\\d-\\d\\d)";
    private static final Pattern DATE_ONLY = Pattern.compile(DATE + OFFSET + "?");
    private static final Pattern TIME_ONLY = Pattern.compile(TIME + OFFSET + "?");
    private static final Pattern DATE_AND_TIME = Pattern.compile(DATE + "T" + TIME + OFFSET);
    private static final Pattern EMAIL = Pattern.compile("[^@\\s]+@[^@\\s.]+(?:\\.[^@\\s.]+)+");
    private static final Pattern PHONE = Pattern.compile("\\+?[0-9][0-9 ()./-]{5,20}[0-9]");
    private static final Pattern ADDRESS = Pattern.compile("([0-9.]+|[0-9A-Fa-f:.]*:[0-9A-Fa-f:.]*)(?:/(\\d{1,3}))?");
    private static final String OCTET = "(?:25[0-5]|2[0-4]\\d|1?\\d?\\d)";
    private static final Pattern IPV4 = Pattern.compile("(?:" + OCTET + "\\.){3}" + OCTET);

    private AwsScalars() {}

    static List<GraphQLScalarType> all() {
        return List.of(
                TextScalar.type("AWSDate", "date", AwsScalars::isDate),
                TextScalar.type("AWSTime", "time", AwsScalars::isTime),
                TextScalar.type("AWSDateTime", "DateTime Object", AwsScalars::isDateTime),
                TextScalar.type("AWSEmail", "email", EMAIL.asMatchPredicate()),
                TextScalar.type("AWSURL", "URL", AwsScalars::isUrl),
                TextScalar.type("AWSPhone", "phone number", PHONE.asMatchPredicate()),
                TextScalar.type("AWSIPAddress", "IP address", AwsScalars::isAddress),
                TimestampScalar.type(),
                JsonScalar.type());
    }

    private static boolean isDate(String text) {
        Matcher parts = DATE_ONLY.matcher(text);
        return parts.matches() && exists(() -> LocalDate.parse(parts.group(1)));
    }

    private static boolean isTime(String text) {
        Matcher parts = TIME_ONLY.matcher(text);
        return parts.matches() && exists(() -> LocalTime.parse(parts.group(1)));
    }

    private static boolean isDateTime(String text) {
        Matcher parts = DATE_AND_TIME.matcher(text);
        return parts.matches()
                && exists(() -> LocalDate.parse(parts.group(1)))
                && exists(() -> LocalTime.parse(parts.group(2)));
    }

    private static boolean exists(Runnable parsing) {
        try {
            parsing.run();
            return true;
        } catch (DateTimeException noSuchTime) {
            return false;
        }
    }

    private static boolean isUrl(String text) {
        try {
            return URI.create(text).toURL().getProtocol() != null;
        } catch (IllegalArgumentException | java.net.MalformedURLException noUrl) {
            return false;
        }
    }

    private static boolean isAddress(String text) {
        Matcher parts = ADDRESS.matcher(text);
        if (!parts.matches()) {
            return false;
        }
        boolean short4 = IPV4.matcher(parts.group(1)).matches();
        int longestPrefix = short4 ? 32 : 128;
        return (short4 || isIpv6(parts.group(1)))
                && (parts.group(2) == null || Integer.parseInt(parts.group(2)) <= longestPrefix);
    }

    private static boolean isIpv6(String text) {
        try {
            // Between brackets a text is never looked up as a name.
            return text.contains(":") && InetAddress.getByName("[" + text + "]") != null;
        } catch (UnknownHostException noAddress) {
            return false;
        }
    }
}
