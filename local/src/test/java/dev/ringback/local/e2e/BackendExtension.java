package dev.ringback.local.e2e;

import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/** Starts one backend for all end-to-end tests of a run and stops it at the end; tests stay apart by using phones of their own. */
final class BackendExtension implements ParameterResolver {
    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        return parameter.getParameter().getType() == Backend.class;
    }

    @Override
    public Backend resolveParameter(ParameterContext parameter, ExtensionContext context) {
        return context.getRoot()
                .getStore(ExtensionContext.Namespace.GLOBAL)
                .computeIfAbsent(Backend.class, _ -> started(), Backend.class);
    }

    private static Backend started() {
        try {
            return Backend.start();
        } catch (Exception e) {
            throw new IllegalStateException("the backend did not start", e);
        }
    }
}
