package dev.ringback.local.assembly;

import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

/** The files and folders that would be uploaded to S3, by the object key that templates know them by. */
public record Assets(Map<String, Path> byObjectKey) {
    public Optional<Path> find(String objectKey) {
        return Optional.ofNullable(byObjectKey.get(objectKey));
    }
}
