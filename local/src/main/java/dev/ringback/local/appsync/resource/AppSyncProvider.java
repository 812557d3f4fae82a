package dev.ringback.local.appsync.resource;

import dev.ringback.local.appsync.api.AppSyncApis;
import dev.ringback.local.aws.Account;
import dev.ringback.local.stack.Provisioned;
import dev.ringback.local.stack.ResourceDeclaration;
import dev.ringback.local.stack.ResourceProvider;
import dev.ringback.local.stack.StackFailure;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * GraphQL APIs, whose parts come one by one; they are there once all have come. To change APIs while they run, another
 * provider of the same {@link AppSyncApis} takes all the parts again, changed, and is committed.
 */
public final class AppSyncProvider implements ResourceProvider {
    private final AppSyncApis apis;
    private final Assembler assembler;
    private final Addresses addresses;
    private final List<ResourceDeclaration> declarations = new ArrayList<>();

    public AppSyncProvider(AppSyncApis apis, Account account, String gatewayUrl, Surroundings surroundings) {
        this.apis = apis;
        this.addresses = new Addresses(account, gatewayUrl);
        this.assembler = new Assembler(account, addresses, surroundings);
    }

    @Override
    public Set<String> types() {
        return ResourceType.names();
    }

    @Override
    public Provisioned create(ResourceDeclaration declaration) {
        Properties properties = ResourceType.of(declaration).read(declaration);
        declarations.add(declaration);
        String id = declaration.physicalId();
        return switch (ResourceType.of(declaration)) {
            case API -> addresses.api(id);
            case SCHEMA -> addresses.schema(properties.text("ApiId"));
            case DATA_SOURCE -> addresses.dataSource(properties.text("ApiId"), properties.text("Name"));
            case FUNCTION ->
                addresses.function(
                        properties.text("ApiId"), id, properties.text("Name"), properties.text("DataSourceName"));
            case RESOLVER ->
                addresses.resolver(properties.text("ApiId"), properties.text("TypeName"), properties.text("FieldName"));
            case KEY -> addresses.key(properties.text("ApiId"), ApiKeys.key(declaration));
        };
    }

    /** All the parts so far. */
    public List<ResourceDeclaration> declarations() {
        return List.copyOf(declarations);
    }

    /**
     * Puts the parts together, and the APIs in place of those that there were.
     *
     * @throws StackFailure naming the part that is faulty; what there was stays then
     */
    public void commit() {
        apis.replace(assembler.assemble(declarations));
    }
}
