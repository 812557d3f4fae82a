package dev.ringback.appsyncjs;

import java.time.Clock;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;
import org.graalvm.polyglot.proxy.ProxyExecutable;
import org.graalvm.polyglot.proxy.ProxyObject;

/** What the bundled modules need Java for: they see it as the global {@code java} until {@code java.js} has taken it. */
final class JavaFunctions {
    private JavaFunctions() {}

    static ProxyObject of(Clock clock) {
        Map<String, Object> functions = new HashMap<>();
        Stream.of(TextFunctions.all(), TimeFunctions.all(clock), new Ids(clock).all())
                .forEach(all -> all.forEach((name, function) -> functions.put(name, callable(function))));
        return ProxyObject.fromMap(functions);
    }

    private static ProxyExecutable callable(Function<Arguments, Object> function) {
        return values -> function.apply(new Arguments(values));
    }
}
