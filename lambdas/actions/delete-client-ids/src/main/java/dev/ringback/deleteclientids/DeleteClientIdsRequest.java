package dev.ringback.deleteclientids;

import dev.ringback.actionkit.IdForm;
import dev.ringback.actionkit.InvalidRequestException;
import java.util.LinkedHashSet;
import java.util.List;

/** @param clientIds without repetitions */
record DeleteClientIdsRequest(List<String> clientIds) {
    /** All are deleted at the same time, so that also with repeated transactions the function ends in time. */
    static final int MOST = 25;

    DeleteClientIdsRequest {
        if (clientIds.isEmpty() || clientIds.size() > MOST) {
            throw new InvalidRequestException("Field \"clientIds\" must have 1 to " + MOST + " ids.");
        }
        for (int i = 0; i < clientIds.size(); i++) {
            IdForm.check("clientIds[" + i + "]", clientIds.get(i));
        }
        clientIds = List.copyOf(new LinkedHashSet<>(clientIds));
    }
}
