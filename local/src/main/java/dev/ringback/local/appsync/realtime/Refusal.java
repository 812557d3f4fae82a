package dev.ringback.local.appsync.realtime;

import dev.ringback.local.appsync.AuthRefused;

/** Why a connection or a message is refused. */
final class Refusal extends Exception {
    private static final long serialVersionUID = 1L;

    private final String errorType;

    Refusal(String errorType, String message) {
        super(message);
        this.errorType = errorType;
    }

    static Refusal badRequest(String message) {
        return new Refusal("BadRequestException", message);
    }

    static Refusal unauthorized(AuthRefused reason) {
        return new Refusal("UnauthorizedException", reason.getMessage());
    }

    String errorType() {
        return errorType;
    }

    /** As in HTTP. */
    int errorCode() {
        return errorType.equals("UnauthorizedException") ? 401 : 400;
    }
}
