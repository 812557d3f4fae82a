package dev.ringback.infra.assembly;

import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/** Synthesizes each environment once in a test run. */
final class Synthesis implements ParameterResolver {

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        return parameter.isAnnotated(Synthesized.class);
    }

    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
        Assemblies assemblies = context.getRoot()
                .getStore(ExtensionContext.Namespace.create(Synthesis.class))
                .computeIfAbsent(Assemblies.class, key -> new Assemblies(), Assemblies.class);
        if (parameter.getParameter().getType() == Assemblies.class) {
            return assemblies;
        }
        return assemblies.of(
                parameter.findAnnotation(Synthesized.class).orElseThrow().value());
    }
}
