package dev.ringback.infra;

import com.fasterxml.jackson.databind.JsonNode;
import dev.ringback.actionkit.Need;
import dev.ringback.infra.assembly.Assembly;
import dev.ringback.infra.assembly.StackTemplate;
import dev.ringback.infra.assembly.ThrowAwayRepository;
import dev.ringback.infra.docs.GeneratedBlock;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The table of needs in the documentation, against functions that have one need each. */
@Tag("docs")
class NeedsTableTest {
    private static final Set<String> EVERY_FUNCTION_MAY = Set.of("WriteOwnLogs", "WriteTraces");

    @Test
    void saysWhatEachNeedBrings(@TempDir Path root) throws IOException {
        ThrowAwayRepository repository = ThrowAwayRepository.in(root);
        for (Need need : Need.values()) {
            repository.writeAction("needs-" + need.ordinal(), """
                    {"action":"needs%d","function":"own","description":"Needs.","needs":["%s"],"errors":[],\
                    "request":{},"answer":{}}""".formatted(need.ordinal(), need.text()));
        }
        RingbackApp.synthesize(root, "full", root.resolve("out"));
        StackTemplate calling = new Assembly("full", root.resolve("out")).template("Calling");

        String rows =
                Arrays.stream(Need.values()).map(need -> row(need, calling)).collect(Collectors.joining());
        GeneratedBlock.in("adding-an-action.md", "needs")
                .mustSay("| need | ports | environment variables | permissions |\n| --- | --- | --- | --- |\n" + rows);
    }

    private static String row(Need need, StackTemplate calling) {
        String function = "Needs" + need.ordinal() + "Function";
        return "| `%s` | %s | %s | %s |\n"
                .formatted(
                        need.text(),
                        code(need.ports().stream()
                                .map(port -> port.substring(port.lastIndexOf('.') + 1))
                                .toList()),
                        code(variables(calling.resource("AWS::Lambda::Function", function))),
                        permissions(calling.resource("AWS::IAM::Role", function + "Role")));
    }

    private static List<String> variables(JsonNode function) {
        List<String> names = new ArrayList<>();
        function.at("/Properties/Environment/Variables").fieldNames().forEachRemaining(names::add);
        names.remove("ENVIRONMENT_NAME");
        return names;
    }

    private static String permissions(JsonNode role) {
        return StreamSupport.stream(
                        role.at("/Properties/Policies/0/PolicyDocument/Statement")
                                .spliterator(),
                        false)
                .filter(statement ->
                        !EVERY_FUNCTION_MAY.contains(statement.path("Sid").asText()))
                .map(statement -> statement.path("Sid").asText() + ": " + code(operations(statement.path("Action"))))
                .collect(Collectors.joining("; "));
    }

    private static List<String> operations(JsonNode action) {
        List<String> operations = new ArrayList<>();
        if (action.isTextual()) {
            operations.add(action.textValue());
        }
        action.forEach(operation -> operations.add(operation.textValue()));
        return operations;
    }

    private static String code(List<String> names) {
        return names.stream().map(name -> "`" + name + "`").collect(Collectors.joining(", "));
    }
}
