package dev.ringback.local.secrets;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.ringback.local.aws.Account;
import dev.ringback.local.aws.AwsCall;
import dev.ringback.local.iam.Principal;
import dev.ringback.local.stack.ResourceDeclaration;
import dev.ringback.local.state.DiskFolder;
import dev.ringback.local.state.StateFolder;
import dev.ringback.local.testserver.Requests;
import dev.ringback.local.testserver.TestPrincipal;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SecretsManagerServiceTest {
    private final ObjectMapper json = new ObjectMapper();
    private final Secrets secrets = new Secrets(Account.DEFAULT, StateFolder.NONE, Clock.systemUTC());
    private final SecretsManagerService service = new SecretsManagerService(secrets);

    @Test
    void givesASecretTheArnOfSecretsManager() throws Exception {
        assertThat(declare("{\"Name\": \"ringback/bandwidth\"}"))
                .matches("arn:aws:secretsmanager:us-east-1:000000000000:secret:ringback/bandwidth-[0-9a-z]{6}");
    }

    @Test
    void findsNoValueInASecretThatHasNone() throws Exception {
        String arn = declare("{\"Name\": \"empty\"}");

        assertThatThrownBy(() -> value(arn, TestPrincipal.ANYONE))
                .hasMessage("Secrets Manager can't find the specified secret value for staging label: AWSCURRENT");
    }

    @Test
    void givesTheValueByNameArnAndPartOfTheArn() throws Exception {
        String arn = declare("{\"Name\": \"filled\"}");
        secrets.fill(arn, "text");

        assertThat(value(arn, TestPrincipal.ANYONE)).isEqualTo("text");
        assertThat(value("filled", TestPrincipal.ANYONE)).isEqualTo("text");
        assertThat(value(arn.substring(0, arn.length() - 7), TestPrincipal.ANYONE))
                .isEqualTo("text");
    }

    @Test
    void keepsThePreviousValueBesideANewOne() throws Exception {
        declare("{\"Name\": \"changing\", \"SecretString\": \"one\"}");

        call("PutSecretValue", "{\"SecretId\":\"changing\",\"SecretString\":\"two\"}", TestPrincipal.ANYONE);

        assertThat(value("changing", TestPrincipal.ANYONE)).isEqualTo("two");
        assertThat(call(
                                "GetSecretValue",
                                "{\"SecretId\":\"changing\",\"VersionStage\":\"AWSPREVIOUS\"}",
                                TestPrincipal.ANYONE)
                        .path("SecretString")
                        .asText())
                .isEqualTo("one");
    }

    @Test
    void createsASecretOnceOnly() throws Exception {
        call("CreateSecret", "{\"Name\":\"mine\",\"SecretString\":\"x\"}", TestPrincipal.ANYONE);

        assertThat(value("mine", TestPrincipal.ANYONE)).isEqualTo("x");
        assertThatThrownBy(() -> call("CreateSecret", "{\"Name\":\"mine\"}", TestPrincipal.ANYONE))
                .hasMessageContaining("already exists");
    }

    @Test
    void generatesAValueWhereTheTemplateAsksForOne() throws Exception {
        declare("{\"Name\": \"made\", \"GenerateSecretString\": {\"PasswordLength\": 20}}");
        declare("{\"Name\": \"in\", \"GenerateSecretString\": {\"SecretStringTemplate\": \"{\\\"u\\\":1}\","
                + " \"GenerateStringKey\": \"p\"}}");

        assertThat(value("made", TestPrincipal.ANYONE)).hasSize(20);
        assertThat(value("in", TestPrincipal.ANYONE)).matches("\\{\"u\":1,\"p\":\"\\w{32}\"}");
    }

    @Test
    void refusesWhoMayNotReadThisSecret() throws Exception {
        String arn = declare("{\"Name\": \"guarded\"}");
        secrets.fill(arn, "text");

        assertThat(value("guarded", new TestPrincipal("secretsmanager:GetSecretValue", arn)))
                .isEqualTo("text");
        assertThatThrownBy(() -> value(arn, new TestPrincipal("secretsmanager:GetSecretValue", "other")))
                .hasMessageContaining("not authorized to perform: secretsmanager:GetSecretValue on resource: " + arn);
    }

    @Test
    void keepsWhatAnOperatorStoredButNotWhatWasFilledInForOneRun(@TempDir Path folder) throws Exception {
        try (DiskFolder state = new DiskFolder(folder)) {
            Secrets first = new Secrets(Account.DEFAULT, state, Clock.systemUTC());
            first.fill("for-this-run", "x");
            first.put(first.declare("kept"), "y", "version");
        }

        try (DiskFolder state = new DiskFolder(folder)) {
            Secrets second = new Secrets(Account.DEFAULT, state, Clock.systemUTC());

            assertThat(second.text("kept")).contains("y");
            assertThat(second.text("for-this-run")).isEmpty();
        }
    }

    @Test
    void givesTemplatesStandInsForPushCredentialsThatNobodyStored() {
        StandInSecrets standIns = new StandInSecrets(secrets);

        assertThat(standIns.read("apns", Optional.of("teamId"))).matches("[A-Z0-9]{10}");
        assertThat(standIns.read("fcm", Optional.empty())).contains("\"type\":\"service_account\"");
    }

    @Test
    void givesTemplatesWhatIsStored() {
        secrets.fill("apns", "{\"teamId\":\"MYTEAM1234\"}");

        assertThat(new StandInSecrets(secrets).read("apns", Optional.of("teamId")))
                .isEqualTo("MYTEAM1234");
        assertThatThrownBy(() -> new StandInSecrets(secrets).read("apns", Optional.of("keyId")))
                .hasMessage("The secret apns has no key keyId.");
    }

    private String declare(String properties) throws Exception {
        return new SecretProvider(secrets)
                .create(new ResourceDeclaration(
                        "stack", "Secret", "AWS::SecretsManager::Secret", json.readTree(properties), "abc"))
                .ref();
    }

    private String value(String id, Principal principal) throws Exception {
        return call("GetSecretValue", "{\"SecretId\":\"" + id + "\"}", principal)
                .path("SecretString")
                .asText();
    }

    private JsonNode call(String operation, String body, Principal principal) throws Exception {
        return json.readTree(service.answer(new AwsCall(operation, Requests.of("POST", "/", body), principal))
                .body());
    }
}
