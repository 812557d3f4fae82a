package dev.ringback.infra;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.ringback.infra.assembly.Assembly;
import dev.ringback.infra.assembly.SecretScan;
import dev.ringback.infra.assembly.Synthesized;
import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class NoSecretsTest {

    @Test
    void nothingSynthesizedHoldsASecret(@Synthesized("full") Assembly full) {
        assertThat(full.documents()).hasSizeGreaterThan(12);
        Set<String> names = names(full);
        full.documents()
                .forEach((file, document) ->
                        assertThat(SecretScan.of(file, document, names)).isEmpty());
    }

    @Test
    void channelsReferToTheirSecrets(@Synthesized("full") Assembly full) {
        assertThat(full.template("Push").json().toString().split("\\{\\{resolve:"))
                .hasSize(1 + 1 + 4 * 4);
    }

    @Test
    void noOutputIsASecret(@Synthesized("full") Assembly full) {
        assertThat(full.templates())
                .flatExtracting(template -> template.json().path("Outputs").properties())
                .noneMatch(output -> output.toString().contains("{{resolve:"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"Value\":\"-----BEGIN PRIVATE KEY-----\"}",
                "{\"Value\":\"AKIAABCDEFGHIJKLMNOP\"}",
                "{\"Value\":\"client_secret=hunter2hunter2\"}",
                "{\"Value\":\"wJalrXUtnFEMI/K7MDENG/bPxRfiCYzQ9d3hT5\"}",
                "{\"Type\":\"AWS::AppSync::Resolver\",\"Properties\":{\"Code\":\"const token = 'hunter2hunter2';\"}}",
                "{\"BANDWIDTH_PASSWORD\":\"short\"}",
                "{\"INCLUDE_PARTICIPANT_TOKEN\":\"truth\"}",
                "{\"GenerateSecretString\":{\"PasswordLength\":32}}",
                "{\"Type\":\"AWS::Lambda::Function\",\"Properties\":{\"V\":\"{{resolve:secretsmanager:x}}\"}}",
                "{\"Type\":\"AWS::Pinpoint::GCMChannel\",\"Properties\":{\"ApplicationId\":\"{{resolve:secretsmanager:x}}\"}}"
            })
    void theScanFindsWhatIsPlanted(String document) throws JsonProcessingException {
        JsonNode planted = new ObjectMapper().readTree(document);
        assertThat(SecretScan.of("planted", planted, Set.of())).hasSize(1);
    }

    /** What CDK makes names of, hashes among them; as whole texts these are no secrets. */
    private static Set<String> names(Assembly assembly) {
        Set<String> names = new HashSet<>();
        assembly.templates().forEach(template -> {
            names.addAll(template.resources().keySet());
            names.addAll(template.json().findValuesAsText("Sid"));
            template.json().path("Outputs").properties().forEach(output -> {
                names.add(output.getKey());
                names.add(output.getValue().at("/Export/Name").asText());
            });
        });
        return names;
    }
}
