package dev.ringback.infra.directory;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import software.amazon.awscdk.services.appsync.CfnFunctionConfiguration;
import software.amazon.awscdk.services.appsync.CfnResolver;
import software.amazon.awscdk.services.appsync.GraphqlApi;
import software.constructs.Construct;

/** The handlers of the API, with conflicts resolved by merging on whatever is versioned. */
final class Resolvers {
    private static final String RUNTIME = "APPSYNC_JS";
    private static final String RUNTIME_VERSION = "1.0.0";
    private static final String DETECTION = "VERSION";
    private static final String HANDLER = "AUTOMERGE";

    private final GraphqlApi api;
    private final DataSources sources;
    private final Construct functionScope;
    private final Construct resolverScope;
    private final Map<String, CfnFunctionConfiguration> functions = new HashMap<>();

    Resolvers(Construct scope, GraphqlApi api, DataSources sources) {
        functionScope = new Construct(scope, "Functions");
        resolverScope = new Construct(scope, "Resolvers");
        this.api = api;
        this.sources = sources;
    }

    void add(DirectoryCode code) {
        code.functions().forEach(function -> functions.put(function.name(), function(function)));
        code.resolvers().forEach(this::resolver);
    }

    private CfnFunctionConfiguration function(PipelineFunction function) {
        CfnFunctionConfiguration resource = CfnFunctionConfiguration.Builder.create(functionScope, function.name())
                .apiId(api.getApiId())
                .name(function.name())
                .dataSourceName(sources.nameOf(function.source()))
                .runtime(CfnFunctionConfiguration.AppSyncRuntimeProperty.builder()
                        .name(RUNTIME)
                        .runtimeVersion(RUNTIME_VERSION)
                        .build())
                .code(function.code())
                .build();
        if (function.source() == SourceName.PEOPLE) {
            resource.setSyncConfig(CfnFunctionConfiguration.SyncConfigProperty.builder()
                    .conflictDetection(DETECTION)
                    .conflictHandler(HANDLER)
                    .build());
        }
        api.addSchemaDependency(resource);
        return resource;
    }

    private void resolver(FieldResolver resolver) {
        CfnResolver resource = CfnResolver.Builder.create(resolverScope, resolver.type() + "." + resolver.field())
                .apiId(api.getApiId())
                .typeName(resolver.type())
                .fieldName(resolver.field())
                .runtime(CfnResolver.AppSyncRuntimeProperty.builder()
                        .name(RUNTIME)
                        .runtimeVersion(RUNTIME_VERSION)
                        .build())
                .code(resolver.handlers().code())
                .build();
        switch (resolver.handlers().tag()) {
            case Tag.DataSource source -> on(source.name(), resource);
            case Tag.Pipeline pipeline -> through(pipeline.functions(), resource);
        }
        api.addSchemaDependency(resource);
    }

    private void on(SourceName source, CfnResolver resource) {
        resource.setKind("UNIT");
        resource.setDataSourceName(sources.nameOf(source));
        if (source == SourceName.PEOPLE) {
            resource.setSyncConfig(CfnResolver.SyncConfigProperty.builder()
                    .conflictDetection(DETECTION)
                    .conflictHandler(HANDLER)
                    .build());
        }
    }

    private void through(List<String> pipeline, CfnResolver resource) {
        resource.setKind("PIPELINE");
        resource.setPipelineConfig(CfnResolver.PipelineConfigProperty.builder()
                .functions(pipeline.stream()
                        .map(name -> functions.get(name).getAttrFunctionId())
                        .toList())
                .build());
    }
}
