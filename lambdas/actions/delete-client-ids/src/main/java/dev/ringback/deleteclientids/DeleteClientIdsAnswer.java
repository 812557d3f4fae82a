package dev.ringback.deleteclientids;

import dev.ringback.actionkit.ErrorCode;
import java.util.List;

/** Every id asked for is in exactly one of the two lists. */
record DeleteClientIdsAnswer(List<Deleted> deletedIds, List<Failed> failedIds) {
    /** What became of one id. */
    sealed interface Deletion {}

    record Deleted(String id) implements Deletion {}

    record Failed(String id, ErrorCode error, String message) implements Deletion {}

    static DeleteClientIdsAnswer of(List<Deletion> deletions) {
        return new DeleteClientIdsAnswer(only(Deleted.class, deletions), only(Failed.class, deletions));
    }

    private static <T> List<T> only(Class<T> kind, List<Deletion> deletions) {
        return deletions.stream().filter(kind::isInstance).map(kind::cast).toList();
    }
}
