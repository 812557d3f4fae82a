package dev.ringback.local.appsync.resource;

import dev.ringback.local.stack.ResourceDeclaration;
import dev.ringback.local.stack.StackFailure;
import java.util.function.Function;

/** A resource of an API with what is declared of it. */
record Part(ResourceDeclaration declaration, ResourceType type, Properties properties) {
    static Part of(ResourceDeclaration declaration) {
        ResourceType type = ResourceType.of(declaration);
        return new Part(declaration, type, type.read(declaration));
    }

    String apiId() {
        return type == ResourceType.API ? declaration.physicalId() : properties.text("ApiId");
    }

    /** Makes something of it; a failure says where it is. */
    <T> T make(Function<Part, T> making) {
        try {
            return making.apply(this);
        } catch (RuntimeException failure) {
            throw new StackFailure(declaration.stack() + ", " + declaration.logicalId() + " (" + declaration.type()
                    + "): " + failure.getMessage());
        }
    }
}
