package dev.ringback.infra;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.ringback.infra.assembly.Assembly;
import dev.ringback.infra.assembly.Exports;
import dev.ringback.infra.assembly.StackTemplate;
import dev.ringback.infra.assembly.Synthesized;
import org.junit.jupiter.api.Test;

class RateLimitsTest {
    private final Assembly full;
    private final StackTemplate template;
    private final JsonNode acl;

    RateLimitsTest(@Synthesized("full") Assembly full) {
        this.full = full;
        template = full.template("Directory");
        acl = template.only("AWS::WAFv2::WebACL").path("Properties");
    }

    @Test
    void anAddressMayAskAsOftenAsTheEnvironmentSays() {
        assertThat(limit(0)).isEqualTo("{\"AggregateKeyType\":\"IP\",\"EvaluationWindowSec\":300,\"Limit\":5000}");
    }

    @Test
    void aTokenMayAskAsOftenAsTheEnvironmentSays() {
        assertThat(limit(1))
                .isEqualTo(
                        "{\"AggregateKeyType\":\"CUSTOM_KEYS\",\"CustomKeys\":[{\"Header\":{\"Name\":\"authorization\","
                                + "\"TextTransformations\":[{\"Priority\":0,\"Type\":\"NONE\"}]}}],"
                                + "\"EvaluationWindowSec\":300,\"Limit\":300}");
    }

    @Test
    void theBackendsSignedRequestsAreNotCounted() {
        assertThat(acl.path("Rules"))
                .hasSize(2)
                .allSatisfy(rule -> assertThat(rule.at("/Statement/RateBasedStatement/ScopeDownStatement")
                                .toString())
                        .isEqualTo("{\"NotStatement\":{\"Statement\":{\"ByteMatchStatement\":{"
                                + "\"FieldToMatch\":{\"SingleHeader\":{\"Name\":\"authorization\"}},"
                                + "\"PositionalConstraint\":\"STARTS_WITH\",\"SearchString\":\"AWS4-HMAC-SHA256 \","
                                + "\"TextTransformations\":[{\"Priority\":0,\"Type\":\"NONE\"}]}}}}"));
    }

    @Test
    void onlyWhatIsTooMuchIsBlockedAndMayBeTriedAgain() {
        assertThat(acl.path("DefaultAction").toString()).isEqualTo("{\"Allow\":{}}");
        assertThat(acl.path("Rules"))
                .hasSize(2)
                .allSatisfy(rule -> assertThat(rule.path("Action").toString())
                        .isEqualTo("{\"Block\":{\"CustomResponse\":{\"ResponseCode\":429,"
                                + "\"ResponseHeaders\":[{\"Name\":\"Retry-After\",\"Value\":\"30\"}]}}}"));
    }

    @Test
    void noRequestIsKeptAsASample() {
        assertThat(acl.findValues("SampledRequestsEnabled")).hasSize(3).noneMatch(JsonNode::booleanValue);
    }

    @Test
    void theLimitsAreThoseOfTheApi() {
        JsonNode association = template.only("AWS::WAFv2::WebACLAssociation").path("Properties");
        assertThat(acl.path("Scope").asText()).isEqualTo("REGIONAL");
        assertThat(Exports.of(full).text(association.path("ResourceArn"))).matches("\\$\\{ApiGraphqlApi\\w+\\.Arn}");
        assertThat(template.resources("AWS::WAFv2::WebACL"))
                .containsKey(association.at("/WebACLArn/Fn::GetAtt/0").asText());
    }

    @Test
    void withoutLimitsThereIsNoWebAcl(@Synthesized("bare") Assembly bare) {
        assertThat(bare.template("Directory").resources().values())
                .extracting(resource -> resource.path("Type").asText())
                .noneMatch(type -> type.startsWith("AWS::WAFv2::"));
    }

    /** What a rule counts by, and how much it lets pass. */
    private String limit(int rule) {
        ObjectNode statement =
                acl.at("/Rules/" + rule + "/Statement/RateBasedStatement").deepCopy();
        return statement.without("ScopeDownStatement").toString();
    }
}
