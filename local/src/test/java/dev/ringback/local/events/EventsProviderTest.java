package dev.ringback.local.events;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.ringback.local.aws.Account;
import dev.ringback.local.sqs.Queues;
import dev.ringback.local.stack.Provisioned;
import dev.ringback.local.stack.ResourceDeclaration;
import dev.ringback.local.stack.StackFailure;
import java.time.Clock;
import org.junit.jupiter.api.Test;

class EventsProviderTest {
    private final EventBuses buses = new EventBuses(Account.DEFAULT);
    private final Rules rules =
            new Rules(new Targets(null, new Queues(), Account.DEFAULT), Account.DEFAULT, Clock.systemUTC(), line -> {});
    private final EventsProvider provider = new EventsProvider(buses, rules, Account.DEFAULT);

    @Test
    void makesABusThatHasANameAndAnArn() {
        Provisioned bus = bus("calls");

        assertThat(bus.ref()).isEqualTo("calls");
        assertThat(bus.attributes())
                .containsEntry("Name", "calls")
                .containsEntry("Arn", "arn:aws:events:us-east-1:000000000000:event-bus/calls");
    }

    @Test
    void namesARuleOfABusAfterTheBusToo() {
        bus("calls");
        Provisioned rule =
                rule("\"Name\": \"copy\", \"EventBusName\": \"calls\", \"EventPattern\": {\"source\": [\"x\"]}");

        assertThat(rule.ref()).isEqualTo("calls|copy");
        assertThat(rule.attributes()).containsEntry("Arn", "arn:aws:events:us-east-1:000000000000:rule/calls/copy");
    }

    @Test
    void refusesASecondBusOfThatName() {
        bus("calls");

        assertThatThrownBy(() -> bus("calls"))
                .isInstanceOf(StackFailure.class)
                .hasMessage("Event bus calls already exists.");
    }

    @Test
    void refusesARuleOnABusThatIsNotThere() {
        assertThatThrownBy(() -> rule("\"EventBusName\": \"other\", \"EventPattern\": {\"source\": [\"x\"]}"))
                .hasMessage("Event bus other does not exist.");
    }

    @Test
    void refusesAScheduleOnABusOfOnesOwn() {
        bus("calls");

        assertThatThrownBy(() -> rule("\"EventBusName\": \"calls\", \"ScheduleExpression\": \"rate(1 hour)\""))
                .hasMessage("ScheduleExpression is supported only on the default event bus.");
    }

    @Test
    void refusesARuleThatNeverFires() {
        assertThatThrownBy(() -> rule("\"Name\": \"idle\""))
                .hasMessage("Parameter(s) EventPattern or ScheduleExpression must be specified.");
    }

    @Test
    void refusesAPatternThatIsNone() {
        assertThatThrownBy(() -> rule("\"EventPattern\": {\"source\": \"x\"}"))
                .hasMessageStartingWith("The pattern {\"source\":\"x\"} is not valid: ");
    }

    @Test
    void refusesATargetThatIsNeitherFunctionNorQueue() {
        assertThatThrownBy(() -> rule("\"ScheduleExpression\": \"rate(1 hour)\","
                        + " \"Targets\": [{\"Id\": \"T\", \"Arn\": \"arn:aws:sns:us-east-1:000000000000:x\"}]"))
                .hasMessageContaining("functions and queues as targets only");
    }

    @Test
    void refusesToTransformAnEvent() {
        assertThatThrownBy(() -> rule("\"ScheduleExpression\": \"rate(1 hour)\","
                        + " \"Targets\": [{\"Id\": \"T\", \"InputTransformer\": {}}]"))
                .hasMessage("The local runtime does not know the property InputTransformer of a rule's targets.");
    }

    private Provisioned bus(String name) {
        return create("AWS::Events::EventBus", "\"Name\": \"" + name + "\"");
    }

    private Provisioned rule(String properties) {
        return create("AWS::Events::Rule", properties);
    }

    private Provisioned create(String type, String properties) {
        try {
            return provider.create(new ResourceDeclaration(
                    "stack", "Thing", type, new ObjectMapper().readTree("{" + properties + "}"), "abc"));
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(e);
        }
    }
}
