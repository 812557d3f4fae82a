package dev.ringback.infra.safety;

import dev.ringback.infra.assembly.StackTemplate;
import java.util.List;

/** Something that no template of an environment may do. */
@FunctionalInterface
interface Guard {
    /** What is against it, a sentence each; none if all is well. */
    List<String> breaches(List<StackTemplate> templates);
}
