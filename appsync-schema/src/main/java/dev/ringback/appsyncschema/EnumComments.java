package dev.ringback.appsyncschema;

import graphql.language.EnumTypeDefinition;
import graphql.language.SourceLocation;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Finds the comments between the braces of an enum, of which the parser keeps only some. */
record EnumComments(String text) {
    private static final Pattern TOKEN =
            Pattern.compile("\"\"\"(?s:.*?)(?<!\\\\)\"\"\"|\"(?:[^\"\\\\\n\r]|\\\\.)*+\"|#|[{}]");
    private static final Pattern LINE_END = Pattern.compile("\r\n|\n|\r");

    boolean isIn(EnumTypeDefinition type) {
        Matcher token = TOKEN.matcher(text);
        boolean open = false;
        for (boolean found = token.find(start(type)); found; found = token.find()) {
            switch (token.group()) {
                case "#" -> {
                    return open;
                }
                case "{" -> open = true;
                case "}" -> {
                    return false;
                }
                default -> {}
            }
        }
        return false;
    }

    private int start(EnumTypeDefinition type) {
        SourceLocation place = type.getSourceLocation();
        Matcher end = LINE_END.matcher(text);
        int line = 0;
        for (int number = 1; number < place.getLine() && end.find(); number++) {
            line = end.end();
        }
        return line + place.getColumn() - 1;
    }
}
