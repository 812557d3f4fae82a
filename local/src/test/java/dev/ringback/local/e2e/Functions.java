package dev.ringback.local.e2e;

import java.util.List;

/** The processes that the backend's functions run in. */
final class Functions {
    private Functions() {}

    /** @param handler a part of its handler's name */
    static List<ProcessHandle> running(String handler) {
        return ProcessHandle.current()
                .descendants()
                .filter(process -> process.info()
                        .commandLine()
                        .filter(line -> line.contains("Handler::handleRequest") && line.contains(handler))
                        .isPresent())
                .toList();
    }

    /** Ends them in the middle of whatever they do. */
    static void kill(String handler) {
        running(handler).forEach(ProcessHandle::destroyForcibly);
    }
}
