package dev.ringback.callevents.bus;

import dev.ringback.callevents.CallChange;
import java.util.List;
import java.util.Map;

/** Where the team's own software hears of calls. */
public interface Bus {
    /** EventBridge takes no more in one request. */
    int LARGEST = 10;

    /**
     * @param changes at most {@link #LARGEST}
     * @return those that it did not take, and its code for why
     * @throws dev.ringback.callevents.NotPublishedException if it may have taken none
     */
    Map<CallChange, String> tell(List<CallChange> changes);
}
