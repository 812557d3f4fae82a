package dev.ringback.local.iam;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** A role and the policies it has. */
public final class Role {
    private final String name;
    private final String arn;
    private final Policy trust;
    private final List<Policy> policies = new CopyOnWriteArrayList<>();

    Role(String name, String arn, Policy trust) {
        this.name = name;
        this.arn = arn;
        this.trust = trust;
    }

    public String arn() {
        return arn;
    }

    void attach(Policy policy) {
        policies.add(policy);
    }

    /** @param service {@code lambda.amazonaws.com} */
    public boolean mayBeAssumedBy(String service) {
        return mayBeAssumedBy(service, ConditionKeys.none());
    }

    /** @param keys what the service says of whom it acts for */
    public boolean mayBeAssumedBy(String service, ConditionKeys keys) {
        return trust.judge(service, "sts:AssumeRole", arn, keys) == Policy.Verdict.ALLOWED;
    }

    /** The role as one user of it, for instance a function, acts in it. */
    public Principal session(String sessionName) {
        String session = arn.replace(":iam:", ":sts:").replaceFirst(":role/.*", "") + ":assumed-role/" + name + "/"
                + sessionName;
        return new Session(session, this);
    }

    private boolean allows(String action, String resourceArn) {
        List<Policy.Verdict> verdicts = policies.stream()
                .map(policy -> policy.judge(action, resourceArn, ConditionKeys.none()))
                .toList();
        return verdicts.contains(Policy.Verdict.ALLOWED) && !verdicts.contains(Policy.Verdict.DENIED);
    }

    private record Session(String name, Role role) implements Principal {
        @Override
        public boolean allows(String action, String resourceArn) {
            return role.allows(action, resourceArn);
        }
    }
}
