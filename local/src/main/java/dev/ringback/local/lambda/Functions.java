package dev.ringback.local.lambda;

import dev.ringback.local.aws.Account;
import dev.ringback.local.aws.AwsFailure;
import dev.ringback.local.iam.AccessKeys;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;

/** The functions that exist, by name. */
public final class Functions implements AutoCloseable {
    private final Map<String, LambdaFunction> byName = new ConcurrentHashMap<>();
    private final Account account;
    private final InstanceStarter starter;

    /** @param workFolder where files can be unpacked that are needed as long as functions run */
    public Functions(Path workFolder, Account account, String gatewayUrl, AccessKeys keys, Consumer<String> console)
            throws IOException {
        this.account = account;
        this.starter = new InstanceStarter(RuntimeJars.unpack(workFolder), account, gatewayUrl, keys, console);
    }

    LambdaFunction add(FunctionSpec spec, boolean snapStart) {
        LambdaFunction function = new LambdaFunction(spec, snapStart, starter);
        byName.put(spec.name(), function);
        return function;
    }

    Optional<LambdaFunction> named(String nameOrArn) {
        return FunctionName.parse(nameOrArn).map(FunctionName::name).map(byName::get);
    }

    /** @throws AwsFailure ResourceNotFoundException */
    Target target(String nameOrArn, Optional<String> qualifier) {
        Optional<FunctionName> name = FunctionName.parse(nameOrArn);
        Optional<String> wanted = qualifier.or(() -> name.flatMap(FunctionName::qualifier));
        return named(nameOrArn)
                .flatMap(function -> function.target(wanted))
                .orElseThrow(() -> new AwsFailure(
                        404, "ResourceNotFoundException", "Function not found: " + arn(nameOrArn, wanted)));
    }

    /**
     * What a function's name or ARN stands for, with a qualifier or without.
     *
     * @throws AwsFailure ResourceNotFoundException
     */
    public Callee callee(String nameOrArn) {
        return target(nameOrArn, Optional.empty());
    }

    private String arn(String nameOrArn, Optional<String> qualifier) {
        String plain = FunctionName.parse(nameOrArn).map(FunctionName::name).orElse(nameOrArn);
        return account.arn(
                "lambda",
                "function:" + plain + qualifier.map(text -> ":" + text).orElse(""));
    }

    /** Invokes a function for a service that may do so by the function's own policy. */
    public Outcome invokeFor(String service, String sourceArn, String functionArn, byte[] event)
            throws InterruptedException {
        return permitted(service, sourceArn, functionArn)
                .invoke(UUID.randomUUID().toString(), event);
    }

    /** @throws AwsFailure AccessDeniedException when the function's own policy does not let the service invoke it */
    Target permitted(String service, String sourceArn, String functionArn) {
        Target target = target(functionArn, Optional.empty());
        if (!target.function().permits(service, sourceArn, account.id(), target.qualifier())) {
            throw AwsFailure.accessDenied(service, "lambda:InvokeFunction", target.arn());
        }
        return target;
    }

    /** What the functions' templates say of one environment variable. */
    public List<String> environmentValues(String variable) {
        return byName.values().stream()
                .map(function -> function.spec().environment().get(variable))
                .filter(value -> value != null)
                .distinct()
                .toList();
    }

    /** Starts one instance of every version in use; gives the reasons why some do not start. */
    public CompletableFuture<List<String>> warmUp() {
        List<CompletableFuture<Optional<String>>> starts = byName.values().stream()
                .flatMap(function -> function.inUse().stream())
                .map(Functions::warmUp)
                .toList();
        return CompletableFuture.allOf(starts.toArray(CompletableFuture[]::new)).thenApply(_ -> {
            List<String> failures = new ArrayList<>();
            starts.forEach(start -> start.join().ifPresent(failures::add));
            return failures;
        });
    }

    private static CompletableFuture<Optional<String>> warmUp(InstancePool pool) {
        return pool.warmUp()
                .thenApply(failure -> failure.map(outcome -> pool.spec().label() + " does not start: "
                        + new String(outcome.payload(), java.nio.charset.StandardCharsets.UTF_8)));
    }

    @Override
    public void close() {
        byName.values().forEach(function -> function.pools().forEach(InstancePool::close));
        starter.close();
    }
}
