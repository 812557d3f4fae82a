package dev.ringback.appsyncschema;

import graphql.language.DescribedNode;
import graphql.language.DirectiveDefinition;
import graphql.language.Document;
import graphql.language.EnumTypeDefinition;
import graphql.language.InterfaceTypeDefinition;
import graphql.language.NamedNode;
import graphql.language.Node;
import graphql.language.SDLExtensionDefinition;
import graphql.language.ScalarTypeDefinition;
import graphql.schema.idl.TypeDefinitionRegistry;
import graphql.schema.idl.errors.SchemaProblem;
import java.util.List;

/** What GraphQL allows in a schema and AppSync does not. */
final class Refusals {
    private final EnumComments comments;
    private final TypeDefinitionRegistry ofAppSync;

    Refusals(String text, TypeDefinitionRegistry ofAppSync) {
        this.comments = new EnumComments(text);
        this.ofAppSync = ofAppSync;
    }

    /** @throws SchemaProblem naming the first type that AppSync refuses */
    void check(Document document) {
        document.getDefinitions().forEach(this::check);
    }

    private void check(Node<?> definition) {
        String name = name(definition);
        // https://github.com/sid88in/serverless-appsync-plugin/pull/468
        refuse(definition instanceof SDLExtensionDefinition, definition, name + ": AppSync takes no extensions");
        switch (definition) {
            // https://github.com/aws/aws-appsync-community/issues/387
            case InterfaceTypeDefinition type ->
                refuse(
                        !type.getImplements().isEmpty(),
                        type,
                        name + ": in AppSync an interface cannot implement another");
            // https://github.com/sid88in/serverless-appsync-plugin/issues/480
            case ScalarTypeDefinition scalar ->
                refuse(ofAppSync.scalars().containsKey(name), scalar, name + ": AppSync brings this scalar along");
            case DirectiveDefinition directive ->
                refuse(
                        ofAppSync.getDirectiveDefinition(name).isPresent(),
                        directive,
                        "@" + name + ": AppSync brings this directive along");
            // https://github.com/aws/aws-appsync-community/issues/55 and 410
            case EnumTypeDefinition type ->
                refuse(
                        comments.isIn(type)
                                || type.getEnumValueDefinitions().stream().anyMatch(Refusals::isDescribed),
                        type,
                        name
                                + ": AppSync may refuse comments and descriptions inside an enum; write one comment above it");
            default -> {}
        }
        checkDescriptions(definition, name);
    }

    // AppSync once refused them all, and is reported to take some:
    // https://github.com/aws/aws-appsync-community/issues/38
    private static void checkDescriptions(Node<?> node, String path) {
        refuse(isDescribed(node), node, path + ": AppSync may refuse descriptions; write comments (#)");
        for (Node<?> child : node.getChildren()) {
            checkDescriptions(child, child instanceof NamedNode<?> ? path + "." + name(child) : path);
        }
    }

    private static boolean isDescribed(Node<?> node) {
        return node instanceof DescribedNode<?> described && described.getDescription() != null;
    }

    private static String name(Node<?> node) {
        return node instanceof NamedNode<?> named ? named.getName() : "schema";
    }

    private static void refuse(boolean refused, Node<?> node, String message) {
        if (refused) {
            throw new SchemaProblem(List.of(new RefusedByAppSync(message, node.getSourceLocation())));
        }
    }
}
