package dev.ringback.local.dynamodb;

import dev.ringback.local.aws.Account;
import dev.ringback.local.http.HttpAnswer;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;

/** Translates between our ARNs and those of DynamoDB Local, which has a region and an account of its own. */
final class LocalArns {
    private static final String LOCAL = "arn:aws:dynamodb:ddblocal:000000000000:";

    private final String real;

    LocalArns(Account account) {
        this.real = account.arn("dynamodb", "");
    }

    String toReal(String text) {
        return text.replace(LOCAL, real);
    }

    HttpAnswer toReal(HttpAnswer answer) {
        String text = new String(answer.body(), StandardCharsets.UTF_8);
        return text.contains(LOCAL) ? changed(answer, toReal(text).getBytes(StandardCharsets.UTF_8)) : answer;
    }

    byte[] toLocal(byte[] body) {
        return new String(body, StandardCharsets.UTF_8).replace(real, LOCAL).getBytes(StandardCharsets.UTF_8);
    }

    static HttpAnswer changed(HttpAnswer answer, byte[] body) {
        Map<String, String> headers = new HashMap<>(answer.headers());
        headers.remove("x-amz-crc32");
        return new HttpAnswer(answer.status(), headers, body);
    }
}
