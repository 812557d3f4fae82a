package dev.ringback.local.lambda;

import dev.ringback.local.iam.ConditionKeys;
import dev.ringback.local.iam.Policy;

/**
 * One statement of a function's own policy.
 *
 * @param qualifier the version or alias that it is about
 */
record Permission(String qualifier, Policy policy) {
    private static final String INVOKE = "lambda:InvokeFunction";

    boolean allows(String service, String sourceArn, String sourceAccount, String invokedQualifier) {
        return qualifier.equals(invokedQualifier)
                && policy.judge(service, INVOKE, "", ConditionKeys.from(sourceArn, sourceAccount))
                        == Policy.Verdict.ALLOWED;
    }
}
