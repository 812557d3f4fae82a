package dev.ringback.local.stack;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.ringback.local.aws.Account;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Stacks of things and parts. */
final class StackBench {
    final List<ResourceDeclaration> created = new ArrayList<>();
    private final Deployment deployment = new Deployment(Account.DEFAULT, StackBench::secret);
    final List<ResourceDeclaration> parts = new ArrayList<>();
    final Stacks stacks =
            new Stacks(deployment, List.of(new Things("Test::Thing", created), new Things("Test::Part", parts)));

    /** Makes things whose {@code Ref} is their logical id in lower case. */
    private record Things(String type, List<ResourceDeclaration> made) implements ResourceProvider {
        @Override
        public Set<String> types() {
            return Set.of(type);
        }

        @Override
        public Provisioned create(ResourceDeclaration declaration) {
            made.add(declaration);
            String ref = declaration.logicalId().toLowerCase(java.util.Locale.ROOT);
            return new Provisioned(ref, Map.of("Arn", "arn:" + ref, "A.B", "deep"));
        }
    }

    private static String secret(String name, Optional<String> key) {
        return name + key.map(text -> "/" + text).orElse("") + "!";
    }

    /** Makes the parts of another edition. */
    void recreate(String template) {
        stacks.recreate(List.of(new Template("stack", read(template))), new Things("Test::Part", parts));
    }

    /** What a property of this writing comes to. */
    String value(String json) {
        createWith(json);
        return thing().properties().path("Value").asText();
    }

    /** The latest that {@link #createWith} has made. */
    ResourceDeclaration thing() {
        return created.stream()
                .filter(declaration -> declaration.logicalId().equals("Thing"))
                .reduce((first, second) -> second)
                .orElseThrow();
    }

    /** Makes a thing with a property of this writing. */
    void createWith(String value) {
        create("""
                {"Parameters": {"Colour": {"Type": "String", "Default": "red"}, "Open": {"Type": "String"}},
                 "Mappings": {"Sizes": {"us-east-1": {"small": 1}}},
                 "Conditions": {
                   "IsRed": {"Fn::Equals": [{"Ref": "Colour"}, "red"]},
                   "IsBlue": {"Fn::Equals": [{"Ref": "Colour"}, "blue"]},
                   "IsEither": {"Fn::Or": [{"Condition": "IsRed"}, {"Condition": "IsBlue"}]},
                   "IsNeither": {"Fn::And": [{"Fn::Not": [{"Condition": "IsEither"}]}, {"Condition": "IsRed"}]}},
                 "Resources": {
                   "Thing": {"Type": "Test::Thing", "Properties": {"Value": VALUE}},
                   "Absent": {"Type": "Test::Thing", "Condition": "IsBlue"},
                   "Other": {"Type": "Test::Thing"}}}
                """.replace("VALUE", value));
    }

    void create(String template) {
        create("stack", template);
    }

    void create(String stack, String template) {
        stacks.create(new Template(stack, read(template)));
    }

    static JsonNode read(String json) {
        try {
            return new ObjectMapper().readTree(json);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(e);
        }
    }
}
