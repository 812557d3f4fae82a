package dev.ringback.local.assembly;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.ringback.local.aws.Account;
import dev.ringback.local.stack.Template;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AssemblyTest {
    @TempDir
    Path folder;

    @Test
    void putsStacksBehindThoseTheyDependOn() throws IOException {
        write(stack("Second", "aws://unknown-account/unknown-region", "\"First\"") + ","
                + stack("First", "aws://unknown-account/unknown-region", ""));

        assertThat(Assembly.read(folder).stacks()).extracting(Template::stack).containsExactly("First", "Second");
    }

    @Test
    void takesAccountAndRegionOfTheEnvironment() throws IOException {
        write(stack("First", "aws://111111111111/eu-central-1", ""));

        assertThat(Assembly.read(folder).account()).isEqualTo(new Account("111111111111", "eu-central-1"));
    }

    @Test
    void takesItsOwnAccountAndRegionWhereNoneIsNamed() throws IOException {
        write(stack("First", "aws://unknown-account/unknown-region", ""));

        assertThat(Assembly.read(folder).account()).isEqualTo(new Account("000000000000", "us-east-1"));
    }

    @Test
    void refusesStacksOfSeveralRegions() throws IOException {
        write(stack("First", "aws://unknown-account/eu-west-1", "") + ","
                + stack("Second", "aws://unknown-account/eu-west-2", ""));

        assertThatThrownBy(() -> Assembly.read(folder)).hasMessageContaining("several accounts or regions");
    }

    @Test
    void knowsAssetsByTheirObjectKeys() throws IOException {
        Files.writeString(
                folder.resolve("a.assets.json"),
                "{\"files\": {\"x\": {\"source\": {\"path\": \"asset.x\"},"
                        + " \"destinations\": {\"d\": {\"objectKey\": \"x.zip\"}}}}}");
        write(stack("First", "aws://unknown-account/unknown-region", "")
                + ", \"a\": {\"type\": \"cdk:asset-manifest\", \"properties\": {\"file\": \"a.assets.json\"}}");

        assertThat(Assembly.read(folder).assets().find("x.zip")).contains(folder.resolve("asset.x"));
    }

    @Test
    void saysThatThereIsNoAssembly() {
        assertThatThrownBy(() -> Assembly.read(folder))
                .isInstanceOf(AssemblyException.class)
                .hasMessage("There is no cloud assembly in " + folder + "; synthesize it first.");
    }

    private void write(String artifacts) throws IOException {
        Files.writeString(folder.resolve("manifest.json"), "{\"artifacts\": {" + artifacts + "}}");
    }

    private String stack(String name, String environment, String dependencies) throws IOException {
        Files.writeString(folder.resolve(name + ".template.json"), "{\"Resources\": {}}");
        return "\"" + name + "\": {\"type\": \"aws:cloudformation:stack\", \"environment\": \"" + environment
                + "\", \"properties\": {\"templateFile\": \"" + name + ".template.json\"}, \"dependencies\": ["
                + dependencies + "]}";
    }
}
