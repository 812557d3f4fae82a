package dev.ringback.openapi;

import dev.ringback.actionkit.Action;
import dev.ringback.actionkit.ActionManifest;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.jar.JarFile;
import java.util.stream.Stream;

/**
 * The actions of the built modules in {@code lambdas/actions}. Their types are read from their classes; no action is made, since
 * that needs ports.
 */
record BuiltActions(Path root, RecordSchemas schemas) {
    private static final String CLASS = ".class";

    /** By name. */
    List<DescribedAction> read() {
        try {
            Path shared = root.resolve("lambdas/call-api/target/lib");
            List<DescribedAction> actions = new ArrayList<>();
            for (Path module : modules()) {
                try (URLClassLoader loader = loader(module, shared)) {
                    actions.add(action(module, loader));
                }
            }
            actions.sort(Comparator.comparing(DescribedAction::name));
            return actions;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private List<Path> modules() throws IOException {
        try (Stream<Path> folders = Files.list(root.resolve("lambdas/actions"))) {
            return folders.filter(folder -> Files.exists(folder.resolve("pom.xml")))
                    .toList();
        }
    }

    private URLClassLoader loader(Path module, Path shared) throws IOException {
        List<URL> jars = new ArrayList<>();
        for (Path folder : List.of(module.resolve("target"), module.resolve("target/lib"), shared)) {
            jars(folder).stream().map(BuiltActions::url).forEach(jars::add);
        }
        return new URLClassLoader(jars.toArray(URL[]::new), getClass().getClassLoader());
    }

    private DescribedAction action(Path module, URLClassLoader loader) throws IOException {
        String name = root.relativize(module).toString();
        List<Path> built = jars(module.resolve("target"));
        if (built.size() != 1) {
            throw new ApiRefused(name + " is not built; run ./ringback build.");
        }
        try (JarFile jar = new JarFile(built.getFirst().toFile())) {
            ActionManifest manifest = manifest(name, jar);
            Type[] types = jar.stream()
                    .filter(entry -> entry.getName().endsWith(CLASS))
                    .map(entry -> loaded(entry.getName(), loader))
                    .flatMap(type -> Arrays.stream(type.getGenericInterfaces()))
                    .filter(type -> type instanceof ParameterizedType generic && generic.getRawType() == Action.class)
                    .findFirst()
                    .map(type -> ((ParameterizedType) type).getActualTypeArguments())
                    .orElseThrow(() -> new ApiRefused(name + " has no class that implements Action<REQUEST, ANSWER>."));
            // While their classes can still be loaded.
            return new DescribedAction(
                    manifest,
                    schemas.request(manifest, record(name, types[0])),
                    schemas.answer(manifest, record(name, types[1])));
        }
    }

    private static ActionManifest manifest(String module, JarFile jar) throws IOException {
        try (InputStream json = jar.getInputStream(jar.getJarEntry(ActionManifest.RESOURCE))) {
            return ActionManifest.parse(module + "/action.json", json.readAllBytes());
        }
    }

    private static Class<?> record(String module, Type type) {
        if (type instanceof Class<?> found && found.isRecord()) {
            return found;
        }
        throw new ApiRefused(module + ": " + type.getTypeName() + " is no record.");
    }

    private static Class<?> loaded(String entry, ClassLoader loader) {
        String name = entry.substring(0, entry.length() - CLASS.length()).replace('/', '.');
        try {
            return Class.forName(name, false, loader);
        } catch (ClassNotFoundException e) {
            throw new IllegalStateException(e);
        }
    }

    private static List<Path> jars(Path folder) throws IOException {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.toString().endsWith(".jar"))
                    .filter(file -> !file.toString().endsWith("-tests.jar"))
                    .sorted()
                    .toList();
        }
    }

    private static URL url(Path file) {
        try {
            return file.toUri().toURL();
        } catch (MalformedURLException e) {
            throw new UncheckedIOException(e);
        }
    }
}
