package dev.ringback.deleteclientids;

import dev.ringback.actionkit.Action;
import dev.ringback.actionkit.Caller;
import dev.ringback.actionkit.Result;
import dev.ringback.calling.Together;
import dev.ringback.calling.Together.Outcome;
import dev.ringback.deleteclientids.DeleteClientIdsAnswer.Deletion;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;

/** Deletes devices of the caller's; the Person records they belong to stay. */
final class DeleteClientIds implements Action<DeleteClientIdsRequest, DeleteClientIdsAnswer> {
    private final DeviceDeletion devices;

    DeleteClientIds(DeviceDeletion devices) {
        this.devices = devices;
    }

    @Override
    public String name() {
        return "deleteClientIds";
    }

    @Override
    public Class<DeleteClientIdsRequest> requestType() {
        return DeleteClientIdsRequest.class;
    }

    @Override
    public Result<DeleteClientIdsAnswer> handle(Caller caller, DeleteClientIdsRequest request) {
        List<Callable<Deletion>> deletions = new ArrayList<>();
        for (String id : request.clientIds()) {
            deletions.add(() -> devices.delete(caller, id));
        }
        return Result.answer(DeleteClientIdsAnswer.of(
                Together.run(deletions).stream().map(Outcome::orThrow).toList()));
    }
}
