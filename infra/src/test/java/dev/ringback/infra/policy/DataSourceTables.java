package dev.ringback.infra.policy;

import dev.ringback.infra.assembly.Assembly;
import dev.ringback.infra.assembly.Exports;
import dev.ringback.infra.assembly.StackTemplate;
import java.util.List;
import java.util.stream.Stream;

/** Finds every table that a data source of AppSync is on, delta tables among them. */
record DataSourceTables(Exports exports) {

    static List<String> of(Assembly assembly) {
        return new DataSourceTables(Exports.of(assembly)).in(assembly.templates());
    }

    List<String> in(List<StackTemplate> templates) {
        return templates.stream()
                .flatMap(template -> template.resources("AWS::AppSync::DataSource").values().stream())
                .map(source -> source.at("/Properties/DynamoDBConfig"))
                .flatMap(
                        config -> Stream.of(config.path("TableName"), config.at("/DeltaSyncConfig/DeltaSyncTableName")))
                .filter(table -> !table.isMissingNode())
                .map(exports::text)
                .toList();
    }
}
