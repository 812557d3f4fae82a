package dev.ringback.local.bandwidth;

/** A refusal of the WebRTC API. */
final class ApiError extends RuntimeException {
    private static final long serialVersionUID = 1L;
    private final int status;

    ApiError(int status, String message) {
        super(message);
        this.status = status;
    }

    static ApiError notFound(String what, String id) {
        return new ApiError(404, what + " " + id + " not found");
    }

    int status() {
        return status;
    }
}
