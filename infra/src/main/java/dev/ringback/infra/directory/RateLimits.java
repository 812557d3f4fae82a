package dev.ringback.infra.directory;

import dev.ringback.infra.environment.RateLimit;
import java.util.List;
import java.util.Map;
import software.amazon.awscdk.services.wafv2.CfnWebACL;
import software.amazon.awscdk.services.wafv2.CfnWebACLAssociation;
import software.constructs.Construct;

/** A web ACL that refuses clients that ask too often, whether by one address or with one token. */
final class RateLimits extends Construct {
    /** WAF counts anew about twice a minute. */
    private static final int RETRY_AFTER_SECONDS = 30;

    private static final int WINDOW_SECONDS = 300;
    private static final String AUTHORIZATION = "authorization";

    RateLimits(Construct scope, String id, String apiArn, RateLimit limit) {
        super(scope, id);
        CfnWebACL acl = CfnWebACL.Builder.create(this, "WebAcl")
                .scope("REGIONAL")
                .defaultAction(CfnWebACL.DefaultActionProperty.builder()
                        .allow(CfnWebACL.AllowActionProperty.builder().build())
                        .build())
                .rules(List.of(
                        rule(0, "PerAddress", of(limit.perAddress()).aggregateKeyType("IP")),
                        // Requests without the header are counted by their address only.
                        rule(
                                1,
                                "PerToken",
                                of(limit.perToken())
                                        .aggregateKeyType("CUSTOM_KEYS")
                                        .customKeys(List.of(authorizationHeader())))))
                .visibilityConfig(visibility("Directory"))
                .build();
        CfnWebACLAssociation.Builder.create(this, "Association")
                .resourceArn(apiArn)
                .webAclArn(acl.getAttrArn())
                .build();
    }

    private static CfnWebACL.RateBasedStatementProperty.Builder of(int requests) {
        return CfnWebACL.RateBasedStatementProperty.builder()
                .limit(requests)
                .evaluationWindowSec(WINDOW_SECONDS)
                .scopeDownStatement(CfnWebACL.StatementProperty.builder()
                        .notStatement(CfnWebACL.NotStatementProperty.builder()
                                .statement(signed())
                                .build())
                        .build());
    }

    // The backend tells of all calls from the few addresses of one function. Who only claims to sign gets nothing done:
    // AppSync checks signatures before it resolves anything.
    private static CfnWebACL.StatementProperty signed() {
        return CfnWebACL.StatementProperty.builder()
                .byteMatchStatement(CfnWebACL.ByteMatchStatementProperty.builder()
                        .fieldToMatch(CfnWebACL.FieldToMatchProperty.builder()
                                .singleHeader(Map.of("Name", AUTHORIZATION))
                                .build())
                        .positionalConstraint("STARTS_WITH")
                        .searchString("AWS4-HMAC-SHA256 ")
                        .textTransformations(asItIs())
                        .build())
                .build();
    }

    private static CfnWebACL.RateBasedStatementCustomKeyProperty authorizationHeader() {
        return CfnWebACL.RateBasedStatementCustomKeyProperty.builder()
                .header(CfnWebACL.RateLimitHeaderProperty.builder()
                        .name(AUTHORIZATION)
                        .textTransformations(asItIs())
                        .build())
                .build();
    }

    private static List<CfnWebACL.TextTransformationProperty> asItIs() {
        return List.of(CfnWebACL.TextTransformationProperty.builder()
                .priority(0)
                .type("NONE")
                .build());
    }

    private static CfnWebACL.RuleProperty rule(
            int priority, String name, CfnWebACL.RateBasedStatementProperty.Builder statement) {
        return CfnWebACL.RuleProperty.builder()
                .name(name)
                .priority(priority)
                .statement(CfnWebACL.StatementProperty.builder()
                        .rateBasedStatement(statement.build())
                        .build())
                .action(CfnWebACL.RuleActionProperty.builder()
                        .block(CfnWebACL.BlockActionProperty.builder()
                                .customResponse(tooMany())
                                .build())
                        .build())
                .visibilityConfig(visibility(name))
                .build();
    }

    // Not WAF's own 403, which DataStore takes for a refusal that lasts: it would drop the change and stop syncing.
    private static CfnWebACL.CustomResponseProperty tooMany() {
        return CfnWebACL.CustomResponseProperty.builder()
                .responseCode(429)
                .responseHeaders(List.of(CfnWebACL.CustomHTTPHeaderProperty.builder()
                        .name("Retry-After")
                        .value(Integer.toString(RETRY_AFTER_SECONDS))
                        .build()))
                .build();
    }

    // Sampled requests would show Authorization headers to whoever may read the ACL's samples.
    private static CfnWebACL.VisibilityConfigProperty visibility(String metric) {
        return CfnWebACL.VisibilityConfigProperty.builder()
                .cloudWatchMetricsEnabled(true)
                .metricName(metric)
                .sampledRequestsEnabled(false)
                .build();
    }
}
