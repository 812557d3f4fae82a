package dev.ringback.infra.action;

import dev.ringback.actionkit.ActionManifest;
import dev.ringback.infra.function.FunctionCode;
import java.util.Locale;

/** An action that runs in a function of its own. */
public record OwnFunction(ActionManifest manifest, FunctionCode code) {
    /** The id of its construct, which nothing but its own name changes. */
    public String constructId() {
        String action = manifest.action();
        return action.substring(0, 1).toUpperCase(Locale.ROOT) + action.substring(1) + "Function";
    }
}
