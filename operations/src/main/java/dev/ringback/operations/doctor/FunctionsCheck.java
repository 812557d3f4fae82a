package dev.ringback.operations.doctor;

import dev.ringback.operations.NotPossible;
import java.util.List;
import java.util.function.Supplier;
import software.amazon.awssdk.services.lambda.LambdaClient;
import software.amazon.awssdk.services.lambda.model.GetFunctionConfigurationResponse;
import software.amazon.awssdk.services.lambda.model.LastUpdateStatus;
import software.amazon.awssdk.services.lambda.model.ResourceNotFoundException;

/** Whether every function's {@code live} alias is there and can be invoked. */
public final class FunctionsCheck implements Check {
    private final LambdaClient lambda;
    private final Supplier<List<String>> aliases;

    /** @param aliases finds their ARNs */
    public FunctionsCheck(LambdaClient lambda, Supplier<List<String>> aliases) {
        this.lambda = lambda;
        this.aliases = aliases;
    }

    @Override
    public String subject() {
        return "functions";
    }

    @Override
    public List<Line> look() {
        List<String> arns = aliases.get();
        if (arns.isEmpty()) {
            throw new NotPossible("the stacks have no functions; deploy them again");
        }
        return arns.stream().map(arn -> new Line(name(arn), finding(arn))).toList();
    }

    /** {@code …:function:ringback-dev-Calling-CallApiFunction1A2B:live}. */
    private static String name(String aliasArn) {
        String[] parts = aliasArn.split(":");
        String function = parts[parts.length - 2];
        return "function "
                + function.replaceFirst("^ringback-.*?-(Calling|Push)-", "").replaceFirst("Function[0-9A-Za-z-]*$", "");
    }

    private Finding finding(String aliasArn) {
        try {
            return finding(lambda.getFunctionConfiguration(request -> request.functionName(aliasArn)));
        } catch (ResourceNotFoundException e) {
            return new Finding.Wrong("its live alias does not exist: deploy again");
        }
    }

    private static Finding finding(GetFunctionConfigurationResponse function) {
        return switch (function.state()) {
            case ACTIVE ->
                function.lastUpdateStatus() == LastUpdateStatus.FAILED
                        ? new Finding.Wrong(
                                "its last update failed (" + function.lastUpdateStatusReason() + "): deploy again")
                        : new Finding.Ok("live is version " + function.version());
            case PENDING -> new Finding.Unknown("is being made; ask again in a minute");
            case INACTIVE ->
                new Finding.Wrong(
                        "asleep, having had nothing to do for weeks: its first request fails, later ones pass");
            default -> new Finding.Wrong(function.stateAsString() + " (" + function.stateReason() + "): deploy again");
        };
    }
}
