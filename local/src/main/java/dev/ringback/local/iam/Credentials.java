package dev.ringback.local.iam;

/** Temporary credentials of a role, as Lambda gives them to a function. */
public record Credentials(String accessKeyId, String secretAccessKey, String sessionToken) {
    @Override
    public String toString() {
        return "Credentials[" + accessKeyId + "]";
    }
}
