package dev.ringback.local.appsync.schema;

import dev.ringback.appsyncschema.AppSyncSchema;
import dev.ringback.local.stack.StackFailure;
import graphql.GraphQLException;
import graphql.schema.DataFetcher;
import graphql.schema.GraphQLObjectType;
import graphql.schema.GraphQLSchema;
import graphql.schema.TypeResolver;
import graphql.schema.idl.FieldWiringEnvironment;
import graphql.schema.idl.InterfaceWiringEnvironment;
import graphql.schema.idl.RuntimeWiring;
import graphql.schema.idl.SchemaGenerator;
import graphql.schema.idl.UnionWiringEnvironment;
import graphql.schema.idl.WiringFactory;
import graphql.schema.idl.errors.SchemaProblem;
import graphql.schema.visibility.BlockedFields;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/** Reads a schema as AppSync does, with the scalar types and directives that it brings along. */
public final class SchemaReader {
    private static final int LONGEST = 1_000_000;

    private SchemaReader() {}

    /**
     * @param introspection whether clients may ask for the schema
     * @throws StackFailure saying what is wrong, and where
     */
    public static GraphQLSchema read(String definition, boolean introspection) {
        if (definition.getBytes(StandardCharsets.UTF_8).length > LONGEST) {
            throw new StackFailure("The schema is longer than 1 MB.");
        }
        try {
            GraphQLSchema schema =
                    new SchemaGenerator().makeExecutableSchema(AppSyncSchema.read(definition), wiring(introspection));
            Subscriptions.check(schema);
            return schema;
        } catch (SchemaProblem faulty) {
            throw new StackFailure(AppSyncSchema.sentence("The schema is faulty", faulty));
        } catch (GraphQLException faulty) {
            throw new StackFailure("The schema is faulty: " + faulty.getMessage());
        }
    }

    private static RuntimeWiring wiring(boolean introspection) {
        RuntimeWiring.Builder wiring = RuntimeWiring.newRuntimeWiring().wiringFactory(new Wiring());
        if (!introspection) {
            // As in AppSync, __schema and __type stay, and have nothing in them.
            wiring.fieldVisibility(
                    BlockedFields.newBlock().addPattern("__.*\\..*").build());
        }
        AwsScalars.all().forEach(wiring::scalar);
        return wiring.build();
    }

    /** Every field asks its request; a value of an interface or union says itself of which type it is. */
    private static final class Wiring implements WiringFactory {
        private static final DataFetcher<Object> FETCHER = field ->
                field.getGraphQlContext().<FieldSource>get(FieldSource.class).value(field);
        private static final TypeResolver RESOLVER = value -> {
            Object name = value.getObject() instanceof Map<?, ?> fields ? fields.get("__typename") : null;
            return name instanceof String text && value.getSchema().getType(text) instanceof GraphQLObjectType type
                    ? type
                    : null;
        };

        @Override
        public DataFetcher<?> getDefaultDataFetcher(FieldWiringEnvironment environment) {
            return FETCHER;
        }

        @Override
        public boolean providesTypeResolver(InterfaceWiringEnvironment environment) {
            return true;
        }

        @Override
        public TypeResolver getTypeResolver(InterfaceWiringEnvironment environment) {
            return RESOLVER;
        }

        @Override
        public boolean providesTypeResolver(UnionWiringEnvironment environment) {
            return true;
        }

        @Override
        public TypeResolver getTypeResolver(UnionWiringEnvironment environment) {
            return RESOLVER;
        }
    }
}
