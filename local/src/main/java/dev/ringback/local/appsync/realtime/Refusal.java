package dev.ringback.local.appsync.realtime;

import dev.ringback.local.appsync.AuthRefused;

/** Why a connection or a message is refused. */
final class Refusal extends Exception {
    private static final long serialVersionUID = 1L;
    private static final String UNAUTHORIZED = "UnauthorizedException";

    private final String errorType;

    Refusal(String errorType, String message) {
        super(message);
        this.errorType = errorType;
    }

    static Refusal badRequest(String message) {
        return new Refusal("BadRequestException", message);
    }

    static Refusal unauthorized(AuthRefused reason) {
        return new Refusal(UNAUTHORIZED, reason.getMessage());
    }

    static Refusal missingHeaders() {
        return new Refusal(UNAUTHORIZED, "Required headers are missing.");
    }

    String errorType() {
        return errorType;
    }

    /** As in HTTP. */
    int errorCode() {
        return errorType.equals(UNAUTHORIZED) ? 401 : 400;
    }
}
