package dev.ringback.appsyncjs;

import com.oracle.js.parser.Lexer;
import com.oracle.js.parser.TokenType;
import com.oracle.js.parser.ir.BinaryNode;
import com.oracle.js.parser.ir.CallNode;
import com.oracle.js.parser.ir.ClassNode;
import com.oracle.js.parser.ir.ContinueNode;
import com.oracle.js.parser.ir.DebuggerNode;
import com.oracle.js.parser.ir.ForNode;
import com.oracle.js.parser.ir.FunctionNode;
import com.oracle.js.parser.ir.IdentNode;
import com.oracle.js.parser.ir.LabelNode;
import com.oracle.js.parser.ir.LiteralNode;
import com.oracle.js.parser.ir.Node;
import com.oracle.js.parser.ir.ThrowNode;
import com.oracle.js.parser.ir.TryNode;
import com.oracle.js.parser.ir.UnaryNode;
import com.oracle.js.parser.ir.WhileNode;
import java.util.Map;
import java.util.Optional;

/** What APPSYNC_JS leaves out of JavaScript: AppSync's "Supported runtime features" and its linter say so. */
final class LeftOut {
    private static final Map<TokenType, String> OPERATORS = Map.of(
            TokenType.INCPREFIX, "++",
            TokenType.INCPOSTFIX, "++",
            TokenType.DECPREFIX, "--",
            TokenType.DECPOSTFIX, "--",
            TokenType.BIT_NOT, "~",
            TokenType.IN, "in",
            TokenType.INSTANCEOF, "instanceof",
            TokenType.NEW, "new",
            TokenType.AWAIT, "await");

    private LeftOut() {}

    /** What of it the node is, in the words of the language. */
    static Optional<String> of(Node node) {
        return Optional.ofNullable(
                switch (node) {
                    case TryNode _ -> "try";
                    case ThrowNode _ -> "throw";
                    case WhileNode loop -> loop.isDoWhile() ? "do-while" : "while";
                    case ForNode loop when !loop.isForInOrOf() -> "for (;;)";
                    case ContinueNode _ -> "continue";
                    case LabelNode _ -> "a label";
                    case DebuggerNode _ -> "debugger";
                    case ClassNode _ -> "class";
                    case FunctionNode function -> of(function);
                    case IdentNode name -> of(name);
                    case LiteralNode<?> literal
                    when literal.getValue() instanceof Lexer.RegexToken -> "a regular expression literal";
                    case CallNode call when call.isImport() -> "import()";
                    case UnaryNode operation -> OPERATORS.get(operation.tokenType());
                    case BinaryNode operation -> OPERATORS.get(operation.tokenType());
                    default -> null;
                });
    }

    private static String of(FunctionNode function) {
        if (function.isModule()) {
            return null;
        }
        if (function.isAsync()) {
            return "async";
        }
        return function.isGenerator() ? "a generator" : null;
    }

    private static String of(IdentNode name) {
        if (name.isThis()) {
            return "this";
        }
        if (name.isImportMeta()) {
            return "import.meta";
        }
        if (name.isNewTarget()) {
            return "new.target";
        }
        return name.isSuper() ? "super" : null;
    }
}
