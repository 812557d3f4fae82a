package dev.ringback.graphql;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What the stack relies on when it reads these folders. */
class ConventionTest {
    private static final Pattern ROOT_TYPE =
            Pattern.compile("^type (Query|Mutation|Subscription) \\{$(.*?)^}$", Pattern.MULTILINE | Pattern.DOTALL);
    private static final Pattern FIELD = Pattern.compile("^  (\\w+)\\(", Pattern.MULTILINE);
    private static final Pattern HEAD = Pattern.compile(
            "/\\*\\*\n \\* [A-Z][^\n]*\\.\n \\* @(dataSource|pipeline) [^\n]+\n \\*/\n.*", Pattern.DOTALL);

    @Test
    void everyRootFieldHasAResolver() throws IOException {
        String schema = Files.readString(Path.of("schema.graphql"));
        List<String> fields = ROOT_TYPE
                .matcher(schema)
                .results()
                .flatMap(ConventionTest::fields)
                .toList();
        assertThat(SourceFile.all("resolvers"))
                .extracting(SourceFile::name)
                .containsExactlyInAnyOrderElementsOf(fields);
    }

    @Test
    void everyFunctionIsUsed() {
        List<String> used = SourceFile.all("resolvers").stream()
                .flatMap(resolver -> resolver.functions().stream())
                .distinct()
                .toList();
        assertThat(SourceFile.all("functions")).extracting(SourceFile::name).containsExactlyInAnyOrderElementsOf(used);
    }

    @ParameterizedTest
    @MethodSource("files")
    void isAJavaScriptFile(SourceFile file) {
        assertThat(file.path().toString()).endsWith(".js");
    }

    @ParameterizedTest
    @MethodSource("files")
    void beginsWithASentenceAndATag(SourceFile file) {
        assertThat(file.text()).matches(HEAD);
        assertThat(file.tags()).isOne();
    }

    @ParameterizedTest
    @MethodSource("files")
    void isNoLongerThanAppSyncTakes(SourceFile file) {
        assertThat(file.text()).hasSizeLessThanOrEqualTo(32_768);
    }

    @Test
    void functionsHaveADataSource() {
        assertThat(SourceFile.all("functions"))
                .allSatisfy(function -> assertThat(function.dataSource()).isPresent());
    }

    @Test
    void pipelinesHaveTenFunctionsAtMost() {
        assertThat(SourceFile.all("resolvers"))
                .allSatisfy(resolver -> assertThat(resolver.functions()).hasSizeLessThanOrEqualTo(10));
    }

    static Stream<SourceFile> files() {
        return Stream.of("resolvers", "functions").flatMap(folder -> SourceFile.all(folder).stream());
    }

    private static Stream<String> fields(MatchResult type) {
        return FIELD.matcher(type.group(2)).results().map(field -> type.group(1) + "." + field.group(1));
    }
}
