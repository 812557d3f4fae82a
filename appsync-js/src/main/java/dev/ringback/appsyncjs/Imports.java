package dev.ringback.appsyncjs;

import com.oracle.js.parser.ir.ExportNode;
import com.oracle.js.parser.ir.ImportClauseNode;
import com.oracle.js.parser.ir.ImportNode;
import com.oracle.js.parser.ir.ImportSpecifierNode;
import com.oracle.js.parser.ir.Node;
import java.util.Optional;
import java.util.Set;

/** Checks imports against the modules that AppSync has. */
final class Imports {
    private static final Set<String> ELSEWHERE = Set.of("@aws-appsync/utils/rds", "@aws-appsync/utils/ai");

    private final BundledModules modules;

    Imports(BundledModules modules) {
        this.modules = modules;
    }

    /** What is wrong, and where. */
    record Refusal(Node node, String message) {}

    Optional<Refusal> refusal(ImportNode statement) {
        String module = statement.getModuleSpecifier().getString();
        return unknownModule(statement, module)
                .or(() -> Optional.ofNullable(statement.getImportClause())
                        .flatMap(clause -> unknownName(clause, module)));
    }

    Optional<Refusal> refusal(ExportNode statement) {
        return Optional.ofNullable(statement.getModuleSpecifier())
                .flatMap(module -> unknownModule(statement, module.getString()));
    }

    private Optional<Refusal> unknownModule(Node statement, String module) {
        if (ELSEWHERE.contains(module)) {
            return Optional.of(new Refusal(statement, "%s is not available locally".formatted(module)));
        }
        if (modules.has(module)) {
            return Optional.empty();
        }
        String known = String.join(" and ", modules.names());
        return Optional.of(new Refusal(statement, "no module %s; AppSync has %s".formatted(module, known)));
    }

    private Optional<Refusal> unknownName(ImportClauseNode clause, String module) {
        if (clause.getDefaultBinding() != null) {
            return Optional.of(new Refusal(clause, "%s has no default export".formatted(module)));
        }
        if (clause.getNamedImports() == null) {
            return Optional.empty();
        }
        Set<String> exports = modules.exports(module);
        return clause.getNamedImports().getImportSpecifiers().stream()
                .filter(each -> !exports.contains(imported(each)))
                .findFirst()
                .map(each -> new Refusal(each, "%s does not export %s".formatted(module, imported(each))));
    }

    private static String imported(ImportSpecifierNode specifier) {
        return specifier.getIdentifier() == null
                ? specifier.getBindingIdentifier().getName()
                : specifier.getIdentifier().getPropertyName();
    }
}
