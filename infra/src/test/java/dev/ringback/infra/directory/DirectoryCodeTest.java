package dev.ringback.infra.directory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.ringback.infra.SynthRefused;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DirectoryCodeTest {
    private static final String GET = "resolvers/Query.getPerson.js";
    private static final String CREATE = "resolvers/Mutation.createPerson.js";
    private static final String CHECK = "functions/check.js";

    @TempDir
    private Path folder;

    @BeforeEach
    void takeAValidFolder() throws IOException {
        Files.createDirectory(folder.resolve("resolvers"));
        Files.createDirectory(folder.resolve("functions"));
        write("schema.graphql", """
                type Person @aws_iam { id: ID! _lastChangedAt: AWSTimestamp! }
                type Query { getPerson(id: ID!): Person }
                type Mutation { createPerson(id: ID!): Person @aws_cognito_user_pools(cognito_groups: ["a"]) }
                type Subscription { onCreatePerson: Person @aws_subscribe(mutations: ["createPerson"]) }
                """);
        tagged(GET, "@dataSource People");
        tagged(CREATE, "@pipeline check, put");
        tagged("resolvers/Subscription.onCreatePerson.js", "@dataSource None");
        tagged(CHECK, "@dataSource None");
        tagged("functions/put.js", "@dataSource People");
    }

    @Test
    void isReadInAlphabeticalOrder() {
        DirectoryCode code = read();
        assertThat(code.resolvers())
                .extracting(FieldResolver::type)
                .containsExactly("Mutation", "Query", "Subscription");
        assertThat(code.functions()).extracting(PipelineFunction::name).containsExactly("check", "put");
    }

    @Test
    void aFieldOfAnyTypeMayHaveAResolver() throws IOException {
        tagged("resolvers/Person.id.js", "@dataSource None");
        assertThat(read().resolvers()).extracting(FieldResolver::field).contains("id");
    }

    @Test
    void whatIsNoHandlerIsLeftAlone() throws IOException {
        write("resolvers/README.md", "");
        assertThat(read().resolvers()).hasSize(3);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            resolvers/Query.getPersons.js | graphql/resolvers/Query.getPersons.js: the type Query of graphql/schema.graphql has no field getPersons.
            resolvers/Querry.getPerson.js | graphql/resolvers/Querry.getPerson.js: graphql/schema.graphql has no type Querry.
            resolvers/getPerson.js        | graphql/resolvers/getPerson.js must be named Type.field.js.
            resolvers/Query.get.Person.js | graphql/resolvers/Query.get.Person.js must be named Type.field.js.
            functions/find-person.js      | graphql/functions/find-person.js must be named by letters, digits and _.
            functions/unused.js           | graphql/functions/unused.js is in no pipeline.
            """)
    void aFileTooManyIsRefused(String file, String sentence) throws IOException {
        tagged(file, "@dataSource People");
        assertRefused(sentence);
    }

    @ParameterizedTest
    @ValueSource(strings = {"Query.getPerson", "Mutation.createPerson", "Subscription.onCreatePerson"})
    void aFieldWithoutAResolverIsRefused(String field) throws IOException {
        Files.delete(folder.resolve("resolvers/" + field + ".js"));
        assertRefused(field + " of graphql/schema.graphql has no resolver; it belongs into graphql/resolvers/" + field
                + ".js.");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            ``                                | must start with a comment /** */ that has @dataSource or @pipeline.
            @datasource People                | has the unknown tag @datasource; known are @dataSource and @pipeline.
            @dataSource People @pipeline put  | has 2 tags; one of @dataSource and @pipeline is right.
            @dataSource Peeple                | is on the unknown data source "Peeple"; there are People and None.
            @dataSource                       | is on the unknown data source ""; there are People and None.
            @pipeline check, putt             | has the unknown function putt in its pipeline.
            @pipeline                         | must list functions after @pipeline, separated by commas.
            @pipeline check, , put            | must list functions after @pipeline, separated by commas.
            @pipeline check,check,check,check,check,check,check,check,check,check,put | has 11 functions in its pipeline; AppSync runs 10.
            """)
    void aTagThatSaysNothingOrTooMuchIsRefused(String tag, String sentence) throws IOException {
        tagged(CREATE, tag);
        assertRefused("graphql/" + CREATE + " " + sentence);
    }

    @Test
    void aTagBelowTheFirstCommentDoesNotCount() throws IOException {
        write(GET, "import {} from 'x';\n/** Reads.\n * @dataSource People\n */\n");
        assertRefused("graphql/" + GET + " must start with a comment /** */ that has @dataSource or @pipeline.");
    }

    @Test
    void anAtSignWithinAWordIsNoTag() throws IOException {
        tagged(GET, "Ask someone@example.com.\n * @dataSource People");
        assertThat(read().resolvers()).hasSize(3);
    }

    @Test
    void tagsAreReadFromFilesOfWindows() throws IOException {
        tagged(GET, "@dataSource People\r");
        assertThat(read().resolvers()).hasSize(3);
    }

    @Test
    void aFunctionWithAPipelineIsRefused() throws IOException {
        tagged(CHECK, "@pipeline put");
        assertRefused("graphql/functions/check.js has @pipeline, which only resolvers may have.");
    }

    @Test
    void aFileOfTheMostCharactersIsTaken() throws IOException {
        writeCharacters(32_768);
        assertThat(read().resolvers()).hasSize(3);
    }

    @Test
    void aFileOfOneCharacterMoreIsRefused() throws IOException {
        writeCharacters(32_769);
        assertRefused("graphql/" + GET + " has 32769 characters; AppSync takes 32768.");
    }

    @Test
    void aFileThatIsNoTextIsRefused() throws IOException {
        Files.write(folder.resolve(GET), "/** @dataSource People é */".getBytes(StandardCharsets.ISO_8859_1));
        assertRefused("graphql/" + GET + " cannot be read as UTF-8 text.");
    }

    @Test
    void aMissingSchemaIsNamed() throws IOException {
        Files.delete(folder.resolve("schema.graphql"));
        assertRefused("graphql/schema.graphql cannot be read as UTF-8 text.");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            type Query { getPerson: Person | 1
            \\ntype Query {\\n  getPerson: Persn\\n} | 2
            type Query {\\n  getPerson: ID\\n}\\ntype Query {\\n  a: ID\\n} | 1
            type Query {\\n  getPerson: ID @aws_unknown\\n} | 2
            """)
    void aSchemaThatIsNotValidIsRefusedWithItsLine(String schema, int line) throws IOException {
        write("schema.graphql", schema.replace("\\n", "\n"));
        assertThatExceptionOfType(SynthRefused.class)
                .isThrownBy(this::read)
                .withMessageStartingWith("graphql/schema.graphql is not valid at line " + line + ": ")
                .withMessageNotContaining("\n");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            interface A { a: ID } interface Z implements A { a: ID } | Z: in AppSync an interface cannot implement another.
            type Z { a: ID } extend type Z { b: ID }                 | Z: AppSync takes no extensions.
            scalar AWSDate                                           | AWSDate: AppSync brings this scalar along.
            type Z { "A field" a: ID }                               | Z.a: AppSync may refuse descriptions; write comments (#).
            enum Z { A # A value                                     | Z: AppSync may refuse comments and descriptions inside an enum; write one comment above it.
            """)
    void aSchemaThatAppSyncRefusesIsRefused(String schema, String sentence) throws IOException {
        write("schema.graphql", schema + (schema.startsWith("enum") ? "\n}" : ""));
        assertRefused("graphql/schema.graphql is not valid at line 1: " + sentence);
    }

    private DirectoryCode read() {
        return DirectoryCode.in(folder);
    }

    private void assertRefused(String sentence) {
        assertThatExceptionOfType(SynthRefused.class).isThrownBy(this::read).withMessage(sentence);
    }

    private void tagged(String file, String tag) throws IOException {
        write(file, "/**\n * Does something.\n * " + tag + "\n */\nexport function request() {}\n");
    }

    private void writeCharacters(int number) throws IOException {
        String head = "/** @dataSource People */\n";
        write(GET, head + "é".repeat(number - head.length()));
    }

    private void write(String file, String content) throws IOException {
        Files.writeString(folder.resolve(file), content);
    }
}
