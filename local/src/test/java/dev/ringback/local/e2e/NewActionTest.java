package dev.ringback.local.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.ringback.infra.RingbackApp;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** Actions that {@code ./ringback new-action} makes, built, deployed and asked as they come, in a copy of the repository. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class NewActionTest {
    private RepositoryCopy copy;
    private Backend backend;
    private Phone ada;

    @BeforeAll
    void makeBuildAndStart() throws Exception {
        copy = RepositoryCopy.make();
        succeeds("ringback", "new-action", "transferCall");
        succeeds("ringback", "new-action", "parkCall", "--own-function");
        succeeds("ringback", "new-action", "forgetMe", "--own-function");
        succeeds("ringback", "new-action", "listDevices");
        assertThat(new Walkthrough(copy.read("docs/adding-an-action.md")).writeInto(copy.root()))
                .isEqualTo(4);
        // Its logic writes what its manifest, as it comes, says it only reads.
        copy.edit(
                "lambdas/actions/forget-me/src/main/java/dev/ringback/forgetme/ForgetMe.java",
                ".map(device -> Result.answer",
                ".filter(devices::delete).map(device -> Result.answer");
        succeeds(
                "mvnw",
                "--batch-mode",
                "--quiet",
                "package",
                "-Dspotless.check.skip",
                "-Dsurefire.failIfNoSpecifiedTests=false",
                "-Dtest=TransferCallTest,ParkCallTest,ListDevicesTest",
                "-pl",
                "!lambdas/push-notifier,!lambdas/call-keeper,!lambdas/call-events,"
                        + "!graphql,!appsync-js,!appsync-schema,!infra,!operations,!local");
        Path assembly = Backend.folder("assembly");
        RingbackApp.synthesize(copy.root(), "local", assembly);
        backend = Backend.startInMemory(assembly);
        ada = backend.phone("ada").registered("GCM");
    }

    @AfterAll
    void stop() {
        if (backend != null) {
            backend.close();
        }
    }

    @Test
    void theActionIsAnsweredByCallApi() throws Exception {
        Http.Answer answer = ada.call("transferCall", "clientId", ada.clientId());

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.body().path("message").asText()).isEqualTo("success");
    }

    @Test
    void theActionWithAFunctionOfItsOwnIsAnsweredAtAPathOfItsOwn() throws Exception {
        Http.Answer answer = ada.post("/parkCall", "{\"clientId\":\"" + ada.clientId() + "\"}");

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.body().path("message").asText()).isEqualTo("success");
        assertThat(ada.call("parkCall", "clientId", ada.clientId()).error()).isEqualTo("UNKNOWN_ACTION");
    }

    @Test
    void thatPathIsForUsersAloneToo() throws Exception {
        String url = backend.runtime().endpoints().apiUrl() + "/parkCall";

        assertThat(Http.post(url, "{}").status()).isEqualTo(401);
    }

    @Test
    void theDeviceOfSomebodyElseIsRefused() throws Exception {
        Phone ben = backend.phone("ben").registered("GCM");

        assertThat(ben.call("transferCall", "clientId", ada.clientId()).error()).isEqualTo("DEVICE_NOT_FOUND");
        assertThat(ben.post("/parkCall", "{\"clientId\":\"" + ada.clientId() + "\"}")
                        .error())
                .isEqualTo("DEVICE_NOT_FOUND");
    }

    @Test
    void whatAnActionDoesNotDeclareIsDenied() throws Exception {
        Phone eve = backend.phone("eve").registered("GCM");
        String before = backend.everythingStored();

        Http.Answer answer = eve.post("/forgetMe", "{\"clientId\":\"" + eve.clientId() + "\"}");

        assertThat(answer.status()).isEqualTo(500);
        Eventually.holds(
                "the log names what is denied",
                () -> backend.logs().contains("is not authorized to perform: dynamodb:DeleteItem"));
        assertThat(backend.everythingStored()).isEqualTo(before);
    }

    @Test
    void theActionOfTheDocumentationWorks() throws Exception {
        Http.Answer answer = ada.call("listDevices", "clientId", ada.clientId());

        assertThat(answer.body().toString())
                .isEqualTo(
                        "{\"devices\":[{\"id\":\"" + ada.clientId() + "\",\"notifyType\":\"GCM\",\"current\":true}]}");
    }

    @Test
    void theApisDescriptionHasThem() throws Exception {
        JsonNode description = Http.JSON.readTree(copy.read("openapi/target/openapi.json"));

        assertThat(description
                        .at("/components/schemas/TransferCallRequest/properties/action/const")
                        .asText())
                .isEqualTo("transferCall");
        assertThat(description.path("paths").has("/api/parkCall")).isTrue();
    }

    @Test
    void theDocumentationHasThem() throws Exception {
        assertThat(copy.read("docs/api.md"))
                .contains("| `deleteClientIds` |")
                .contains("\n| `transferCall` | `clientId` | `{\"message\": \"success\"}` |\n")
                .contains("\n| `parkCall` | `clientId`, posted to `/api/parkCall` | `{\"message\": \"success\"}` |\n");
    }

    private void succeeds(String... command) throws Exception {
        RepositoryCopy.Run run = copy.run(command);
        assertThat(run.exitCode()).as(run.output()).isZero();
    }
}
