package dev.ringback.appsyncjs;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.channels.SeekableByteChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.AccessMode;
import java.nio.file.DirectoryStream;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.OpenOption;
import java.nio.file.Path;
import java.nio.file.attribute.FileAttribute;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import org.graalvm.polyglot.io.FileSystem;

/** The modules that come with the runtime; handlers have no other files. */
final class BundledModules implements FileSystem {
    private static final Path ROOT = Path.of("/");
    private static final Map<String, String> NAMED =
            Map.of("@aws-appsync/utils", "utils.js", "@aws-appsync/utils/dynamodb", "dynamodb.js");

    private final Map<Path, byte[]> read = new ConcurrentHashMap<>();
    private final Map<String, Set<String>> exports = new ConcurrentHashMap<>();

    boolean has(String module) {
        return NAMED.containsKey(module);
    }

    Set<String> names() {
        return new TreeSet<>(NAMED.keySet());
    }

    Set<String> exports(String module) {
        return exports.computeIfAbsent(
                module, name -> Syntax.of(name, text(NAMED.get(name))).exports());
    }

    String text(String file) {
        return new String(bytes(ROOT.resolve(file)), StandardCharsets.UTF_8);
    }

    private byte[] bytes(Path path) {
        return read.computeIfAbsent(path, BundledModules::resource);
    }

    private static byte[] resource(Path path) {
        String file = ROOT.relativize(path).toString();
        try (InputStream resource = BundledModules.class.getResourceAsStream(file)) {
            if (resource == null) {
                throw new NoSuchFileException(file);
            }
            return resource.readAllBytes();
        } catch (IOException missing) {
            throw new UncheckedIOException(missing);
        }
    }

    @Override
    public Path parsePath(URI uri) {
        throw new UnsupportedOperationException("no modules by URI: " + uri);
    }

    @Override
    public Path parsePath(String path) {
        return Path.of(NAMED.getOrDefault(path, path));
    }

    @Override
    public void checkAccess(Path path, Set<? extends AccessMode> modes, LinkOption... options) throws IOException {
        bytes(toAbsolutePath(path));
    }

    @Override
    public SeekableByteChannel newByteChannel(
            Path path, Set<? extends OpenOption> options, FileAttribute<?>... attributes) {
        return new BytesChannel(bytes(toAbsolutePath(path)));
    }

    @Override
    public Path toAbsolutePath(Path path) {
        return ROOT.resolve(path).normalize();
    }

    @Override
    public Path toRealPath(Path path, LinkOption... options) {
        return toAbsolutePath(path);
    }

    @Override
    public Map<String, Object> readAttributes(Path path, String attributes, LinkOption... options) {
        return Map.of("isRegularFile", true, "isDirectory", false, "size", (long) bytes(toAbsolutePath(path)).length);
    }

    @Override
    public void createDirectory(Path directory, FileAttribute<?>... attributes) throws IOException {
        throw new AccessDeniedException(directory.toString());
    }

    @Override
    public void delete(Path path) throws IOException {
        throw new AccessDeniedException(path.toString());
    }

    @Override
    public DirectoryStream<Path> newDirectoryStream(Path directory, DirectoryStream.Filter<? super Path> filter)
            throws IOException {
        throw new AccessDeniedException(directory.toString());
    }
}
