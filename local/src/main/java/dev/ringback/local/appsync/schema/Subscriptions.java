package dev.ringback.local.appsync.schema;

import dev.ringback.local.stack.StackFailure;
import graphql.schema.GraphQLFieldDefinition;
import graphql.schema.GraphQLObjectType;
import graphql.schema.GraphQLSchema;
import graphql.schema.GraphQLTypeUtil;
import java.util.List;
import java.util.Optional;

/** Which mutations a subscription follows. */
public final class Subscriptions {
    private static final String DIRECTIVE = "aws_subscribe";

    private Subscriptions() {}

    /** The fields of {@code @aws_subscribe(mutations: [...])}; none without it. */
    public static List<String> mutations(GraphQLFieldDefinition subscription) {
        return Optional.ofNullable(subscription.getAppliedDirective(DIRECTIVE))
                .map(directive -> directive.getArgument("mutations").<List<String>>getValue())
                .orElse(List.of());
    }

    // AppSync takes no subscription to a mutation that is not there or answers with another type.
    static void check(GraphQLSchema schema) {
        if (schema.getSubscriptionType() != null) {
            schema.getSubscriptionType()
                    .getFieldDefinitions()
                    .forEach(field ->
                            mutations(field).forEach(mutation -> check(field, mutation, schema.getMutationType())));
        }
    }

    private static void check(GraphQLFieldDefinition field, String mutation, GraphQLObjectType mutations) {
        GraphQLFieldDefinition followed = mutations == null ? null : mutations.getFieldDefinition(mutation);
        if (followed == null) {
            throw new StackFailure("Subscription." + field.getName() + " follows a mutation " + mutation
                    + ", which the schema does not have.");
        }
        if (!typeName(followed).equals(typeName(field))) {
            throw new StackFailure("Subscription." + field.getName() + " gives another type than the mutation "
                    + mutation + ", which it follows.");
        }
    }

    private static String typeName(GraphQLFieldDefinition field) {
        return GraphQLTypeUtil.simplePrint(GraphQLTypeUtil.unwrapNonNull(field.getType()));
    }
}
