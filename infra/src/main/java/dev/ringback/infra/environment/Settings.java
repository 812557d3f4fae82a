package dev.ringback.infra.environment;

import java.util.Map;
import java.util.Optional;
import software.amazon.awscdk.RemovalPolicy;
import software.amazon.awscdk.services.logs.RetentionDays;

/**
 * What one environment decides; everything else is the same everywhere.
 *
 * @param keepData whether stateful resources outlive their stack and refuse deletion
 */
public record Settings(
        String environment,
        boolean keepData,
        RetentionDays logRetention,
        SignIn signIn,
        CallApi callApi,
        Directory directory,
        Push push,
        Calls calls,
        Devices devices,
        Operations operations,
        Optional<String> account,
        Optional<String> region,
        Map<String, String> tags) {

    /** The name of everything that this environment owns and a person has to type. */
    public String prefix() {
        return "ringback-" + environment;
    }

    /** What becomes of stateful resources and logs when their stack lets go of them. */
    public RemovalPolicy removalPolicy() {
        return keepData ? RemovalPolicy.RETAIN : RemovalPolicy.DESTROY;
    }
}
