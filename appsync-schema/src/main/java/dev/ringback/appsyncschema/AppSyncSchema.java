package dev.ringback.appsyncschema;

import graphql.GraphQLError;
import graphql.language.Document;
import graphql.language.SourceLocation;
import graphql.parser.InvalidSyntaxException;
import graphql.parser.Parser;
import graphql.parser.ParserEnvironment;
import graphql.parser.ParserOptions;
import graphql.schema.idl.SchemaParser;
import graphql.schema.idl.TypeDefinitionRegistry;
import graphql.schema.idl.errors.SchemaProblem;
import java.util.List;

/** Reads schemas as AppSync takes them, with the scalars and directives that it adds to each. */
public final class AppSyncSchema {
    private static final String OF_APPSYNC = """
            scalar AWSDate
            scalar AWSTime
            scalar AWSDateTime
            scalar AWSTimestamp
            scalar AWSEmail
            scalar AWSJSON
            scalar AWSURL
            scalar AWSPhone
            scalar AWSIPAddress
            directive @aws_subscribe(mutations: [String!]!) on FIELD_DEFINITION
            directive @aws_api_key on OBJECT | FIELD_DEFINITION
            directive @aws_iam on OBJECT | FIELD_DEFINITION
            directive @aws_oidc on OBJECT | FIELD_DEFINITION
            directive @aws_lambda on OBJECT | FIELD_DEFINITION
            directive @aws_cognito_user_pools(cognito_groups: [String!]) on OBJECT | FIELD_DEFINITION
            directive @aws_auth(cognito_groups: [String!]) on FIELD_DEFINITION
            """;

    private AppSyncSchema() {}

    /** @throws SchemaProblem if it is no GraphQL, or some that AppSync refuses */
    public static TypeDefinitionRegistry read(String text) {
        SchemaParser parser = new SchemaParser();
        TypeDefinitionRegistry ofAppSync = parser.parse(OF_APPSYNC);
        Document document = parse(text);
        new Refusals(text, ofAppSync).check(document);
        return parser.buildRegistry(document).merge(ofAppSync);
    }

    private static Document parse(String text) {
        try {
            return Parser.parse(ParserEnvironment.newParserEnvironment()
                    .document(text)
                    .parserOptions(ParserOptions.getDefaultSdlParserOptions())
                    .build());
        } catch (InvalidSyntaxException faulty) {
            throw new SchemaProblem(List.of(faulty.toInvalidSyntaxError()));
        }
    }

    /** A sentence about the first fault. @param claim {@code "The schema is faulty"} */
    public static String sentence(String claim, SchemaProblem problem) {
        GraphQLError fault = problem.getErrors().getFirst();
        List<SourceLocation> places = fault.getLocations();
        boolean known = places != null && !places.isEmpty();
        String line = known ? " at line " + places.getFirst().getLine() : "";
        return claim + line + ": " + fault.getMessage() + ".";
    }
}
