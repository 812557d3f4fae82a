package dev.ringback.actionkit;

import java.util.Arrays;
import java.util.stream.Collectors;

/** The ports that an action's manifest opens to it. */
record DeclaredPorts(ActionManifest manifest, Ports all) implements Ports {
    @Override
    public <T> T get(Class<T> port) {
        if (!manifest.opens(port)) {
            throw new IllegalStateException("The action " + manifest.action() + " asks for " + port.getName()
                    + ", which its action.json does not declare: " + remedy(port) + ".");
        }
        return all.get(port);
    }

    private static String remedy(Class<?> port) {
        String needs = Arrays.stream(Need.values())
                .filter(need -> need.opens(port))
                .map(Need::text)
                .collect(Collectors.joining(" or "));
        return needs.isEmpty() ? "no need opens it" : "add the need " + needs;
    }
}
