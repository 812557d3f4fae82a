package dev.ringback.local.appsync.dynamodb;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Optional;
import java.util.Set;

/** An expression of DynamoDB with what its placeholders stand for; a map that is there but empty stays so. */
record Expression(String text, Optional<ObjectNode> names, Optional<ObjectNode> values) {
    private static final Set<String> KEYS = Set.of("expression", "expressionNames", "expressionValues");

    /** {@code update}, {@code query} or {@code filter}. */
    static Expression read(Document document) throws Refused {
        return readAny(document.object().only(KEYS));
    }

    /** {@code condition} of a single write. */
    static Expression readCondition(Document document) throws Refused {
        document.object()
                .only(Set.of(
                        "expression",
                        "expressionNames",
                        "expressionValues",
                        "equalsIgnore",
                        "consistentRead",
                        "conditionalCheckFailedHandler"));
        Optional<Document> handler = document.optional("conditionalCheckFailedHandler");
        if (handler.isPresent() && !handler.get().required("strategy").text().equals("Reject")) {
            throw Refused.notLocally("conditionalCheckFailedHandler with another strategy than Reject");
        }
        return readAny(document);
    }

    /** {@code condition} within a transaction. */
    static Expression readTransactionCondition(Document document) throws Refused {
        return readAny(document.object()
                .only(Set.of(
                        "expression", "expressionNames", "expressionValues", "returnValuesOnConditionCheckFailure")));
    }

    private static Expression readAny(Document document) throws Refused {
        return new Expression(document.required("expression").text(), names(document), values(document));
    }

    private static Optional<ObjectNode> names(Document document) throws Refused {
        Optional<Document> names = document.optional("expressionNames");
        return names.isEmpty()
                ? Optional.empty()
                : Optional.of((ObjectNode) names.get().object().node());
    }

    private static Optional<ObjectNode> values(Document document) throws Refused {
        Optional<Document> values = document.optional("expressionValues");
        return values.isEmpty() ? Optional.empty() : Optional.of(values.get().typedValues());
    }

    static Expression of(String text) {
        return new Expression(text, Optional.empty(), Optional.empty());
    }

    Expression name(String placeholder, String name) {
        ObjectNode more = names.map(ObjectNode::deepCopy).orElseGet(JsonNodeFactory.instance::objectNode);
        return new Expression(text, Optional.of(more.put(placeholder, name)), values);
    }

    Expression value(String placeholder, ObjectNode value) {
        ObjectNode more = values.map(ObjectNode::deepCopy).orElseGet(JsonNodeFactory.instance::objectNode);
        more.set(placeholder, value);
        return new Expression(text, names, Optional.of(more));
    }

    /** In parentheses, but in one pair alone: DynamoDB refuses redundant ones. */
    String asOperand() {
        String stripped = text.strip();
        return isEnclosed(stripped) ? stripped : "(" + stripped + ")";
    }

    private static boolean isEnclosed(String text) {
        int depth = 0;
        for (int i = 0; i < text.length(); i++) {
            depth += text.charAt(i) == '(' ? 1 : text.charAt(i) == ')' ? -1 : 0;
            if (depth == 0) {
                // The pair that the text begins with, if it begins with one, ends here.
                return i > 0 && i == text.length() - 1;
            }
        }
        return false;
    }

    Expression withText(String other) {
        return new Expression(other, names, values);
    }
}
