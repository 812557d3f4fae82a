package dev.ringback.local.appsync.execution;

import graphql.GraphQLError;
import graphql.execution.NonNullableFieldWasNullError;
import graphql.validation.ValidationError;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Messages in AppSync's words, which are those of an older graphql-java. */
final class ErrorText {
    private static final Pattern VALIDATION_PREFIX = Pattern.compile("^\\s*Validation [eE]rror \\([^)]*\\) ?: ");
    private static final Pattern NULL = Pattern.compile("non-nullable type is '([^']*)' within parent type '([^']*)'");
    private static final Pattern INVALID_VALUE =
            Pattern.compile("^(Variable '[^']*' has an invalid value): (.*)$", Pattern.DOTALL);

    private ErrorText() {}

    static String of(GraphQLError error) {
        return switch (error) {
            case ValidationError invalid -> validation(invalid);
            case NonNullableFieldWasNullError missing -> missing(missing);
            default -> variable(error.getMessage());
        };
    }

    private static String validation(ValidationError error) {
        String description = VALIDATION_PREFIX.matcher(error.getMessage()).replaceFirst("");
        List<String> path = error.getQueryPath();
        String place = path == null || path.isEmpty() ? "" : " @ '" + String.join("/", path) + "'";
        return "Validation error of type " + error.getValidationErrorType() + ": " + description + place;
    }

    private static String missing(NonNullableFieldWasNullError error) {
        Matcher types = NULL.matcher(error.getMessage());
        return types.find()
                ? "Cannot return null for non-nullable type: '" + types.group(1) + "' within parent '" + types.group(2)
                        + "' (" + pathText(error.getPath()) + ")"
                : error.getMessage();
    }

    private static String variable(String message) {
        Matcher parts = INVALID_VALUE.matcher(message);
        if (!parts.matches()) {
            return message;
        }
        String fault = parts.group(2);
        boolean complete = fault.startsWith("Variable '") || fault.startsWith("The variables input ");
        return complete ? fault : parts.group(1) + ". " + fault;
    }

    private static String pathText(List<Object> path) {
        StringBuilder text = new StringBuilder();
        path.forEach(part -> text.append(part instanceof Integer ? "[" + part + "]" : "/" + part));
        return text.toString();
    }
}
