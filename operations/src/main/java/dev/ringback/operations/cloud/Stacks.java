package dev.ringback.operations.cloud;

import dev.ringback.operations.NotPossible;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import software.amazon.awssdk.services.cloudformation.CloudFormationClient;
import software.amazon.awssdk.services.cloudformation.model.CloudFormationException;
import software.amazon.awssdk.services.cloudformation.model.Output;
import software.amazon.awssdk.services.cloudformation.model.StackResourceSummary;
import software.amazon.awssdk.services.cloudformation.model.TemplateStage;

/** What an environment's stacks are made of, as CloudFormation tells. */
public final class Stacks {
    private final CloudFormationClient client;
    private final String environment;
    private final String region;
    private final Map<String, Map<String, String>> outputs = new HashMap<>();

    public Stacks(Cloud cloud, String environment) {
        this.client = cloud.client(CloudFormationClient.builder());
        this.environment = environment;
        this.region = cloud.region();
    }

    /**
     * @param stack without the environment's prefix: {@code Data}, {@code Calling} …
     * @throws NotPossible if there is no such stack, or it has no such output
     */
    public String output(String stack, String name) {
        String value = outputs.computeIfAbsent(stack, this::outputs).get(name);
        if (value == null) {
            throw new NotPossible("the stack " + fullName(stack) + " has no output " + name + "; deploy it again");
        }
        return value;
    }

    /** @throws NotPossible if there is no such stack */
    public void require(String stack) {
        outputs.computeIfAbsent(stack, this::outputs);
    }

    /**
     * A stack's template as it was deployed; empty if there is no such stack.
     *
     * @param fullName with the environment's prefix
     */
    public Optional<String> template(String fullName) {
        try {
            return Optional.of(
                    client.getTemplate(request -> request.stackName(fullName).templateStage(TemplateStage.ORIGINAL))
                            .templateBody());
        } catch (CloudFormationException e) {
            if (isAbsence(e)) {
                return Optional.empty();
            }
            throw e;
        }
    }

    public String region() {
        return region;
    }

    private Map<String, String> outputs(String stack) {
        return ask(stack, () -> client.describeStacks(request -> request.stackName(fullName(stack))))
                .stacks()
                .getFirst()
                .outputs()
                .stream()
                .collect(Collectors.toMap(Output::outputKey, Output::outputValue));
    }

    /**
     * The names or ARNs of a stack's resources of one type.
     *
     * @throws NotPossible if there is no such stack
     */
    public List<String> resources(String stack, String type) {
        return summaries(stack, type).stream()
                .map(StackResourceSummary::physicalResourceId)
                .toList();
    }

    /**
     * The name of a stack's table.
     *
     * @param table its name in the stack, which CDK appends eight digits to
     * @throws NotPossible if there is no such stack, or no such table in it
     */
    public String table(String stack, String table) {
        return summaries(stack, "AWS::DynamoDB::Table").stream()
                .filter(summary -> summary.logicalResourceId().matches(table + "[0-9A-F]{8}"))
                .map(StackResourceSummary::physicalResourceId)
                .findFirst()
                .orElseThrow(() -> new NotPossible(
                        "the stack " + fullName(stack) + " has no table " + table + "; deploy it again"));
    }

    private List<StackResourceSummary> summaries(String stack, String type) {
        return ask(
                stack,
                () -> client
                        .listStackResourcesPaginator(request -> request.stackName(fullName(stack)))
                        .stackResourceSummaries()
                        .stream()
                        .filter(summary -> summary.resourceType().equals(type))
                        // One that is being made, or could not be, has none yet.
                        .filter(summary -> summary.physicalResourceId() != null)
                        .toList());
    }

    private <T> T ask(String stack, Supplier<T> question) {
        try {
            return question.get();
        } catch (CloudFormationException e) {
            if (isAbsence(e)) {
                throw new NotPossible("there is no stack " + fullName(stack) + " in " + region
                        + "; deploy it with ./ringback deploy " + environment);
            }
            throw e;
        }
    }

    // CloudFormation has no error of its own for this.
    private static boolean isAbsence(CloudFormationException e) {
        return String.valueOf(e.getMessage()).contains("does not exist");
    }

    private String fullName(String stack) {
        return "ringback-" + environment + "-" + stack;
    }
}
