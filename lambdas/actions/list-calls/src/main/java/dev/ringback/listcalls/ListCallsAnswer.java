package dev.ringback.listcalls;

import dev.ringback.calling.call.CallHistory.Page;
import dev.ringback.calling.call.CallView;
import java.util.List;
import java.util.Optional;

/** @param nextToken for the next page; absent on the last */
record ListCallsAnswer(List<CallView> items, Optional<String> nextToken) {
    static ListCallsAnswer of(Page page) {
        return new ListCallsAnswer(
                page.entries().stream().map(CallView::of).toList(), page.next().map(PageToken::of));
    }
}
