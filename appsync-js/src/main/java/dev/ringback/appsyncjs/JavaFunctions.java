package dev.ringback.appsyncjs;

import java.time.Clock;
import java.util.HashMap;
import java.util.Map;
import org.graalvm.polyglot.proxy.ProxyObject;

/** What the bundled modules need Java for: they see it as the global {@code java} until {@code java.js} has taken it. */
final class JavaFunctions {
    private JavaFunctions() {}

    static ProxyObject of(Clock clock) {
        Map<String, Object> functions = new HashMap<>();
        functions.putAll(TextFunctions.all());
        functions.putAll(TimeFunctions.all(clock));
        functions.putAll(new Ids(clock).all());
        return ProxyObject.fromMap(functions);
    }
}
