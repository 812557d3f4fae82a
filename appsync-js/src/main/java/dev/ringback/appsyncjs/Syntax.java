package dev.ringback.appsyncjs;

import com.oracle.js.parser.ErrorManager;
import com.oracle.js.parser.Parser;
import com.oracle.js.parser.ParserException;
import com.oracle.js.parser.ScriptEnvironment;
import com.oracle.js.parser.Source;
import com.oracle.js.parser.ir.FunctionNode;
import com.oracle.js.parser.ir.LexicalContext;
import com.oracle.js.parser.ir.Module;
import com.oracle.js.parser.ir.Node;
import com.oracle.js.parser.ir.visitor.NodeVisitor;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A parsed ES module. */
final class Syntax {
    private static final ScriptEnvironment LANGUAGE = ScriptEnvironment.builder()
            .strict(true)
            .ecmaScriptVersion(ScriptEnvironment.ES_2023)
            .build();

    private final String name;
    private final Source source;
    private final FunctionNode module;

    private Syntax(String name, Source source, FunctionNode module) {
        this.name = name;
        this.source = source;
        this.module = module;
    }

    /** Parses a module; refuses what is no JavaScript. */
    static Syntax of(String name, String text) {
        Source source = Source.sourceFor(name, text);
        try {
            return new Syntax(
                    name, source, new Parser(LANGUAGE, source, new ErrorManager.ThrowErrorManager()).parseModule(name));
        } catch (ParserException error) {
            throw new InvalidCode("%s:%d:%d: SyntaxError: %s"
                    .formatted(name, error.getLineNumber(), error.getColumnNumber() + 1, firstLine(error)));
        }
    }

    private static String firstLine(ParserException error) {
        return error.getRawMessage().lines().findFirst().orElse("");
    }

    /** Refuses JavaScript that APPSYNC_JS leaves out. */
    void refuseWhatIsLeftOut() {
        module.accept(new NodeVisitor<>(new LexicalContext()) {
            @Override
            protected boolean enterDefault(Node node) {
                LeftOut.of(node).ifPresent(construct -> {
                    throw invalid(node, construct + " is not supported by APPSYNC_JS");
                });
                return true;
            }
        });
    }

    void refuseImportsNotIn(BundledModules modules) {
        Imports imports = new Imports(modules);
        Stream.concat(
                        module.getModule().getImports().stream().map(imports::refusal),
                        module.getModule().getExports().stream().map(imports::refusal))
                .flatMap(Optional::stream)
                .findFirst()
                .ifPresent(refusal -> {
                    throw invalid(refusal.node(), refusal.message());
                });
    }

    Set<String> exports() {
        return Stream.concat(
                        module.getModule().getLocalExportEntries().stream(),
                        module.getModule().getIndirectExportEntries().stream())
                .map(Module.ExportEntry::getExportName)
                .map(Object::toString)
                .collect(Collectors.toSet());
    }

    private InvalidCode invalid(Node node, String message) {
        int start = node.getStart();
        return new InvalidCode(
                "%s:%d:%d: %s".formatted(name, source.getLine(start), source.getColumn(start) + 1, message));
    }
}
