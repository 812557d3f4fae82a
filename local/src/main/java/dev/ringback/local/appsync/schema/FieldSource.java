package dev.ringback.local.appsync.schema;

import graphql.schema.DataFetchingEnvironment;

/** Where the fields of one request get their values from; each request brings its own in its context. */
public interface FieldSource {
    Object value(DataFetchingEnvironment field) throws Exception;
}
