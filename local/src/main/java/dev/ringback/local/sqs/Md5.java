package dev.ringback.local.sqs;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Map;
import java.util.TreeMap;

/** The digests by which SDKs check that a message arrived as they sent it. */
public final class Md5 {
    private static final byte TEXT = 1;
    private static final byte BINARY = 2;

    private final MessageDigest digest;

    private Md5() {
        try {
            digest = MessageDigest.getInstance("MD5");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    public static String of(String body) {
        Md5 md5 = new Md5();
        md5.digest.update(body.getBytes(StandardCharsets.UTF_8));
        return md5.hex();
    }

    /** Of the attributes in the order of their names, each with its length before it. */
    public static String ofAttributes(JsonNode attributes) {
        Map<String, JsonNode> sorted = new TreeMap<>();
        attributes.properties().forEach(attribute -> sorted.put(attribute.getKey(), attribute.getValue()));
        Md5 md5 = new Md5();
        sorted.forEach(md5::add);
        return md5.hex();
    }

    private void add(String name, JsonNode attribute) {
        add(name.getBytes(StandardCharsets.UTF_8));
        add(attribute.path("DataType").asText().getBytes(StandardCharsets.UTF_8));
        if (attribute.has("BinaryValue")) {
            digest.update(BINARY);
            add(Base64.getDecoder().decode(attribute.get("BinaryValue").asText()));
        } else {
            digest.update(TEXT);
            add(attribute.path("StringValue").asText().getBytes(StandardCharsets.UTF_8));
        }
    }

    private void add(byte[] part) {
        digest.update(ByteBuffer.allocate(Integer.BYTES).putInt(part.length).array());
        digest.update(part);
    }

    private String hex() {
        return HexFormat.of().formatHex(digest.digest());
    }
}
