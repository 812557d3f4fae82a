package dev.ringback.infra.cost;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.ringback.infra.RingbackApp;
import dev.ringback.infra.assembly.Assembly;
import dev.ringback.infra.assembly.StackTemplate;
import dev.ringback.infra.assembly.ThrowAwayRepository;
import dev.ringback.infra.docs.GeneratedBlock;
import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.io.TempDir;

/** The tables of {@code docs/cost.md} are what the templates and the prices come to. */
@Tag("docs")
@TestInstance(Lifecycle.PER_CLASS)
class CostPageTest {
    private final Assumptions assumed = Assumptions.read();
    private Path root;

    CostPageTest() throws IOException {}

    @BeforeAll
    void synthesize(@TempDir Path folder) throws IOException {
        root = folder;
        ThrowAwayRepository.in(root).withOwnFunctions();
        RingbackApp.synthesize(root, "prod", root.resolve("prod"));
        RingbackApp.synthesize(root, "dev", root.resolve("dev"));
    }

    @Test
    void thePageHasThePrices() throws IOException {
        StringBuilder table =
                new StringBuilder("As of " + assumed.json().path("date").asText() + ", in "
                        + assumed.json().path("region").asText()
                        + ":\n\n| USD | for a | source | verified |\n| ---: | --- | --- | --- |\n");
        assumed.json()
                .path("prices")
                .forEach(price -> table.append("| %s | %s | <%s> | %s |\n"
                        .formatted(
                                price.path("usd").asText(),
                                price.path("per").asText(),
                                price.path("source").asText(),
                                price.path("verified").booleanValue() ? "yes" : "no")));
        GeneratedBlock.in("cost.md", "prices").mustSay(table.toString());
    }

    @Test
    void thePageHasTheIdleMonthOfProduction() throws IOException {
        GeneratedBlock.in("cost.md", "idle month of prod")
                .mustSay(costs("prod").idleMonth().table());
    }

    @Test
    void thePageHasTheIdleMonthOfDev() throws IOException {
        GeneratedBlock.in("cost.md", "idle month of dev")
                .mustSay(costs("dev").idleMonth().table());
    }

    @Test
    void thePageHasAThousandCallsOfProduction() throws IOException {
        GeneratedBlock.in("cost.md", "thousand calls of prod")
                .mustSay(costs("prod").thousandCalls().table());
    }

    @Test
    void thePricesHaveADate() {
        assertThat(LocalDate.parse(assumed.json().path("date").asText())).isAfter("2026-01-01");
    }

    @Test
    void moreMemoryAndAnotherAlarmCostMore() {
        List<StackTemplate> templates = templates("prod").stream()
                .map(template ->
                        new StackTemplate(template.name(), template.json().deepCopy()))
                .toList();
        Costs before = costs("prod");
        templates.forEach(template -> {
            template.resources("AWS::Lambda::Function")
                    .values()
                    .forEach(function -> ((ObjectNode) function.path("Properties")).put("MemorySize", 4096));
            ((ObjectNode) template.json().path("Resources"))
                    .putObject("Planted")
                    .put("Type", "AWS::CloudWatch::Alarm");
        });
        Costs after = new Costs(assumed, new Templates(templates));
        assertThat(after.thousandCalls().total())
                .isGreaterThan(before.thousandCalls().total());
        assertThat(after.idleMonth().total()).isGreaterThan(before.idleMonth().total());
    }

    private Costs costs(String environment) {
        return new Costs(assumed, new Templates(templates(environment)));
    }

    private List<StackTemplate> templates(String environment) {
        return new Assembly(environment, root.resolve(environment)).templates();
    }
}
