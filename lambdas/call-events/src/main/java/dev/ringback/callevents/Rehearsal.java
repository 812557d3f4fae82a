package dev.ringback.callevents;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.ringback.callevents.StreamRecord.Content;

/** A change of no call: what the function tells nobody of before its snapshot is taken. */
final class Rehearsal {
    private static final String RECORD = """
            {"dynamodb":{"SequenceNumber":"0","NewImage":{
              "callId":{"S":"none"},"state":{"S":"RINGING"},"version":{"N":"1"},
              "changedBy":{"S":"none"},"changedAt":{"N":"0"},
              "callerId":{"S":"none"},"callerOwner":{"S":"none"},"calleeId":{"S":"none"},"calleeOwner":{"S":"none"},
              "startedAt":{"N":"0"},"ringUntil":{"N":"0"}}}}""";

    private Rehearsal() {}

    /** Read as the real ones are. */
    static CallChange change() {
        try {
            StreamRecord record = StreamRecord.of(new ObjectMapper().readTree(RECORD));
            return ((Content.Changed) record.content()).change();
        } catch (JacksonException e) {
            throw new IllegalStateException(e);
        }
    }
}
