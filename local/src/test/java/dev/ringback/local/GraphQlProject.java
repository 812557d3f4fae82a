package dev.ringback.local;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/**
 * A project of one GraphQL API: a schema, a resolver of {@code Mutation.say}, and a script that synthesizes them, unless
 * the schema says "refuse".
 */
record GraphQlProject(Path root) {
    private static final String SCHEMA = "type Query { ask: String } type Mutation { say(text: String): String }"
            + " type Subscription { heard: String @aws_subscribe(mutations: [\"say\"]) }";
    private static final String MANIFEST = """
            {"version": "54.0.0", "artifacts": {
              "Api": {"type": "aws:cloudformation:stack", "environment": "aws://unknown-account/unknown-region",
                "properties": {"templateFile": "Api.template.json"}, "dependencies": []}}}
            """;
    // The key's way out of the stacks is the only output that takes any text.
    private static final String TEMPLATE = """
            {"Resources": {
              "Api": {"Type": "AWS::AppSync::GraphQLApi", "Properties": {"Name": "a", "AuthenticationType": "API_KEY"}},
              "Key": {"Type": "AWS::AppSync::ApiKey", "Properties": {"ApiId": {"Fn::GetAtt": ["Api", "ApiId"]}}},
              "Schema": {"Type": "AWS::AppSync::GraphQLSchema", "Properties": {
                "ApiId": {"Fn::GetAtt": ["Api", "ApiId"]}, "Definition": "@SCHEMA@"}},
              "None": {"Type": "AWS::AppSync::DataSource", "Properties": {
                "ApiId": {"Fn::GetAtt": ["Api", "ApiId"]}, "Name": "None", "Type": "NONE"}},
              "Say": {"Type": "AWS::AppSync::Resolver", "DependsOn": ["Schema", "None"], "Properties": {
                "ApiId": {"Fn::GetAtt": ["Api", "ApiId"]}, "TypeName": "Mutation", "FieldName": "say", "Kind": "UNIT",
                "DataSourceName": "None", "Runtime": {"Name": "APPSYNC_JS", "RuntimeVersion": "1.0.0"},
                "Code": "@CODE@"}},
              "Queue": {"Type": "AWS::SQS::Queue", "Properties": {"VisibilityTimeout": @TIMEOUT@}}},
             "Outputs": {
              "ApiUrl": {"Value": {"Fn::GetAtt": ["Key", "ApiKey"]}},
              "GraphqlUrl": {"Value": {"Fn::GetAtt": ["Api", "GraphQLUrl"]}},
              "GraphqlRealtimeUrl": {"Value": {"Fn::GetAtt": ["Api", "RealtimeUrl"]}}}}
            """;
    private static final String SYNTH = """
            #!/usr/bin/env bash
            set -euo pipefail
            [ "$1" = local ]
            if grep -q refuse graphql/schema.graphql; then
              echo "The schema is refused." >&2
              exit 1
            fi
            mkdir "$2"
            cp manifest.json "$2"
            template=$(cat Api.template.json)
            template=${template/@SCHEMA@/$(sed 's/"/\\\\"/g' graphql/schema.graphql)}
            template=${template/@CODE@/$(sed 's/"/\\\\"/g' graphql/resolvers/Mutation.say.js)}
            printf '%s' "${template/@TIMEOUT@/$(cat timeout)}" > "$2/Api.template.json"
            """;

    static GraphQlProject in(Path root) throws IOException, InterruptedException {
        GraphQlProject project = new GraphQlProject(root);
        for (var file : Map.of(
                        "manifest.json", MANIFEST,
                        "Api.template.json", TEMPLATE,
                        "infra/synth", SYNTH,
                        "graphql/schema.graphql", SCHEMA,
                        "timeout", "30")
                .entrySet()) {
            project.write(file.getKey(), file.getValue());
        }
        project.answerBefore("said ");
        root.resolve("infra/synth").toFile().setExecutable(true);
        project.synthesize();
        return project;
    }

    private void synthesize() throws IOException, InterruptedException {
        List<String> command = List.of("infra/synth", "local", assembly().toString());
        int status = new ProcessBuilder(command)
                .directory(root.toFile())
                .inheritIO()
                .start()
                .waitFor();
        if (status != 0) {
            throw new IllegalStateException("The script failed.");
        }
    }

    Path assembly() {
        return root.resolve("assembly");
    }

    /** Makes a file newer than the assembly, as if edited while that was synthesized. */
    void editedMeanwhile(String file) throws IOException {
        Instant synthesized =
                Files.getLastModifiedTime(assembly().resolve("manifest.json")).toInstant();
        Files.setLastModifiedTime(root.resolve(file), FileTime.from(synthesized.plusMillis(1)));
    }

    Path graphql() {
        return root.resolve("graphql");
    }

    void write(String file, String text) throws IOException {
        Files.createDirectories(root.resolve(file).getParent());
        Files.writeString(root.resolve(file), text);
    }

    /** Makes {@code say} answer this and then its argument. */
    void answerBefore(String prefix) throws IOException {
        write(
                "graphql/resolvers/Mutation.say.js",
                "export function request(ctx) { return { payload: '" + prefix + "' + ctx.args.text }; }"
                        + " export function response(ctx) { return ctx.result; }");
    }

    /** Gives the schema another query. */
    void addQuery(String field) throws IOException {
        write("graphql/schema.graphql", SCHEMA.replace("ask: String", "ask: String " + field));
    }

    /** Lets the schema end with this. */
    void schemaWith(String more) throws IOException {
        write("graphql/schema.graphql", SCHEMA + " " + more);
    }
}
