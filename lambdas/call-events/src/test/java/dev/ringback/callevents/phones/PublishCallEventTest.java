package dev.ringback.callevents.phones;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.ringback.callevents.SampleChanges;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class PublishCallEventTest {
    private static final Path SCHEMA = Path.of("../../graphql/schema.graphql");
    private static final Pattern FIELD = Pattern.compile("^  (\\w+):", Pattern.MULTILINE);

    @Test
    void selectsEveryFieldThatAPhoneMayAskFor() throws IOException {
        String query = new ObjectMapper()
                .readTree(new PublishCallEvent().request("bob", SampleChanges.rings("call-1")))
                .path("query")
                .asText();
        String selection = query.replaceAll(".*\\{ ([^{}]*) } }$", "$1");
        assertThat(List.of(selection.split(" "))).containsExactlyInAnyOrderElementsOf(fieldsOfCallEvent());
    }

    private static List<String> fieldsOfCallEvent() throws IOException {
        Matcher type = Pattern.compile("^type CallEvent .*?^}", Pattern.MULTILINE | Pattern.DOTALL)
                .matcher(Files.readString(SCHEMA));
        assertThat(type.find()).isTrue();
        return FIELD.matcher(type.group())
                .results()
                .map(field -> field.group(1))
                .toList();
    }
}
