package dev.ringback.actionkit;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URL;
import java.util.Collections;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** The manifests of the actions on the class path, by the actions' names. */
final class Manifests {
    private static final String FACTORY = "Factory";

    private final Map<String, ActionManifest> byAction = new TreeMap<>();

    static Manifests onClassPath() {
        Manifests manifests = new Manifests();
        try {
            for (URL url : Collections.list(Manifests.class.getClassLoader().getResources(ActionManifest.RESOURCE))) {
                try (InputStream json = url.openStream()) {
                    manifests.add(ActionManifest.parse(url.toString(), json.readAllBytes()));
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return manifests;
    }

    static Manifests of(ActionManifest... some) {
        Manifests manifests = new Manifests();
        for (ActionManifest manifest : some) {
            manifests.add(manifest);
        }
        return manifests;
    }

    private void add(ActionManifest manifest) {
        if (byAction.put(manifest.action(), manifest) != null) {
            throw new IllegalStateException("Two manifests are of the action \"" + manifest.action() + "\".");
        }
    }

    /** That of the action which the factory makes: a {@code MuteCallFactory} makes {@code muteCall}. */
    ActionManifest of(ActionFactory factory) {
        String name = factory.getClass().getSimpleName();
        String action = name.endsWith(FACTORY) && name.length() > FACTORY.length()
                ? name.substring(0, 1).toLowerCase(Locale.ROOT) + name.substring(1, name.length() - FACTORY.length())
                : name;
        return Optional.ofNullable(byAction.get(action))
                .orElseThrow(() -> new IllegalStateException(
                        factory.getClass().getName() + " has no manifest: no action.json is of the action \"" + action
                                + "\". A factory is named after its action, MuteCallFactory after muteCall."));
    }
}
