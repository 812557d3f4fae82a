package dev.ringback.infra;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.ringback.infra.assembly.Assembly;
import dev.ringback.infra.assembly.Exports;
import dev.ringback.infra.assembly.StackTemplate;
import dev.ringback.infra.assembly.Synthesized;
import org.junit.jupiter.api.Test;

class StopRingingTest {
    private final StackTemplate calling;
    private final StackTemplate push;
    private final Exports exports;

    StopRingingTest(@Synthesized("full") Assembly full) {
        calling = full.template("Calling");
        push = full.template("Push");
        exports = Exports.of(full);
    }

    @Test
    void phonesAreToldWhenACallRingsNoMore() {
        JsonNode pattern = rule().path("EventPattern");
        assertThat(pattern.path("source").toString()).isEqualTo("[\"ringback.calls\"]");
        assertThat(pattern.path("detail-type").toString()).isEqualTo("[\"Call State Changed\"]");
        assertThat(pattern.at("/detail/state").toString())
                .isEqualTo("[\"ANSWERED\",\"DECLINED\",\"CANCELLED\",\"MISSED\"]");
        assertThat(exports.text(rule().at("/Targets/0/Arn"))).isEqualTo("${PushNotifierLive5941839E}");
    }

    @Test
    void theRuleIsOnTheBusOfTheCalls() {
        String bus =
                calling.resources("AWS::Events::EventBus").keySet().iterator().next();
        assertThat(rule().at("/EventBusName/Ref").asText()).isEqualTo(bus);
    }

    @Test
    void anEventIsTriedForAnHour() {
        assertThat(rule().at("/Targets/0/RetryPolicy").toString()).isEqualTo("{\"MaximumEventAgeInSeconds\":3600}");
    }

    @Test
    void whatCannotBeDeliveredIsKept() {
        assertThat(rule().at("/Targets/0/DeadLetterConfig/Arn/Fn::GetAtt/0").asText())
                .matches("StopRingingDeadLetters[0-9A-F]{8}");
    }

    @Test
    void onlyTheRuleMayLeaveSomethingThere() {
        JsonNode sent = calling.resources("AWS::SQS::QueuePolicy").entrySet().stream()
                .filter(policy -> policy.getKey().startsWith("StopRingingDeadLetters"))
                .flatMap(policy -> policy.getValue()
                        .at("/Properties/PolicyDocument/Statement")
                        .valueStream())
                .filter(statement -> statement.path("Effect").asText().equals("Allow"))
                .reduce((one, other) -> {
                    throw new AssertionError("More than one permission");
                })
                .orElseThrow();
        assertThat(sent.path("Action").asText()).isEqualTo("sqs:SendMessage");
        assertThat(sent.at("/Principal/Service").asText()).isEqualTo("events.amazonaws.com");
        assertThat(sent.at("/Condition/ArnEquals/aws:SourceArn/Fn::GetAtt/0").asText())
                .startsWith("StopRingingRule");
    }

    @Test
    void onlyTheRuleMayWakeTheFunctionThatPushes() {
        JsonNode permission = calling.resources("AWS::Lambda::Permission").entrySet().stream()
                .filter(resource -> resource.getKey().startsWith("StopRinging"))
                .map(resource -> resource.getValue().path("Properties"))
                .reduce((one, other) -> {
                    throw new AssertionError("More than one permission");
                })
                .orElseThrow();
        assertThat(permission.path("Principal").asText()).isEqualTo("events.amazonaws.com");
        assertThat(exports.text(permission.path("FunctionName"))).isEqualTo("${PushNotifierLive5941839E}");
        assertThat(permission.at("/SourceArn/Fn::GetAtt/0").asText()).startsWith("StopRingingRule");
        assertThat(push.resources("AWS::Lambda::Permission")).isEmpty();
    }

    private JsonNode rule() {
        return calling.resource("AWS::Events::Rule", "StopRingingRule").path("Properties");
    }
}
