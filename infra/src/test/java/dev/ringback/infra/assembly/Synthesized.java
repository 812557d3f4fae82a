package dev.ringback.infra.assembly;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.extension.ExtendWith;

/** Hands a test the assembly of one environment, synthesized once for all tests; or the {@link Assemblies} of all. */
@Target(ElementType.PARAMETER)
@Retention(RetentionPolicy.RUNTIME)
@ExtendWith(Synthesis.class)
public @interface Synthesized {
    /** The environment; {@code full} has everything switched on, {@code bare} everything off. */
    String value() default "";
}
