package dev.ringback.infra.action;

import dev.ringback.actionkit.ActionManifest;
import dev.ringback.actionkit.ManifestException;
import dev.ringback.actionkit.Need;
import dev.ringback.infra.SynthRefused;
import dev.ringback.infra.function.FunctionCode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;

/** The manifests of the modules in {@code lambdas/actions}. */
public record ActionFiles(Path root) {
    private static final String FOLDER = "lambdas/actions";
    private static final String FILE = "action.json";

    /** What they say, once it is checked. */
    public BuiltActions read() {
        Map<String, ActionManifest> manifests = manifests();
        EnumSet<Need> shared = EnumSet.noneOf(Need.class);
        List<OwnFunction> own = new ArrayList<>();
        manifests.forEach((module, manifest) -> {
            switch (manifest.function()) {
                case CALL_API -> shared.addAll(manifest.needs());
                case OWN -> own.add(new OwnFunction(manifest, FunctionCode.of(root, FOLDER + "/" + module)));
            }
        });
        return new BuiltActions(Collections.unmodifiableSet(shared), List.copyOf(own));
    }

    private Map<String, ActionManifest> manifests() {
        Map<String, ActionManifest> byModule = new TreeMap<>();
        Map<String, String> moduleOf = new TreeMap<>();
        for (String module : modules()) {
            ActionManifest manifest = manifest(module);
            Optional.ofNullable(moduleOf.put(manifest.action(), module)).ifPresent(other -> {
                throw new SynthRefused("%s/%s/%s: action is %s, as that of %s."
                        .formatted(FOLDER, module, FILE, manifest.action(), other));
            });
            byModule.put(module, manifest);
        }
        return byModule;
    }

    private List<String> modules() {
        try (Stream<Path> folders = Files.list(root.resolve(FOLDER))) {
            return folders.filter(folder -> Files.exists(folder.resolve("pom.xml")))
                    .map(folder -> folder.getFileName().toString())
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new SynthRefused(FOLDER + " cannot be read.");
        }
    }

    private ActionManifest manifest(String module) {
        String file = FOLDER + "/" + module + "/" + FILE;
        try {
            return ActionManifest.parse(file, Files.readAllBytes(root.resolve(file)));
        } catch (IOException e) {
            throw new SynthRefused(file + " is missing; docs/adding-an-action.md says what it holds.");
        } catch (ManifestException e) {
            throw new SynthRefused(e.getMessage());
        }
    }
}
