package dev.ringback.local.dynamodb;

/** An error answer of DynamoDB Streams. */
final class StreamFailure extends RuntimeException {
    private static final long serialVersionUID = 1L;
    private final String code;

    StreamFailure(String code, String message) {
        super(message);
        this.code = code;
    }

    String code() {
        return code;
    }
}
