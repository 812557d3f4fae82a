package dev.ringback.local.e2e;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.UUID;

/** The people directory as one user's app sees it. */
record Directory(String url, String token) {
    private static final String FIELDS =
            "id firstName lastName clientId owner createdAt updatedAt _version _deleted _lastChangedAt";

    static Directory of(Phone phone, Backend backend) {
        return new Directory(backend.runtime().endpoints().graphqlUrl(), phone.accessToken());
    }

    /** As one of the backend's own functions would, by IAM; the key is the operator's. */
    static Directory ofBackend(Backend backend) {
        return new Directory(
                backend.runtime().endpoints().graphqlUrl(),
                "AWS4-HMAC-SHA256 Credential=local/20260101/us-east-1/appsync/aws4_request,"
                        + " SignedHeaders=host, Signature=0");
    }

    Http.Answer send(String query, ObjectNode variables) throws Exception {
        ObjectNode body = Http.JSON.createObjectNode().put("query", query);
        body.set("variables", variables);
        return Http.post(url, body.toString(), "Authorization", token);
    }

    JsonNode get(String id) throws Exception {
        return value(
                "getPerson", send("query($id: ID!) { getPerson(id: $id) { %s } }".formatted(FIELDS), object("id", id)));
    }

    JsonNode create(String firstName, String lastName, String clientId) throws Exception {
        return create(object("firstName", firstName, "lastName", lastName, "clientId", clientId));
    }

    JsonNode create(ObjectNode input) throws Exception {
        return value("createPerson", tryToCreate(input));
    }

    Http.Answer tryToCreate(ObjectNode input) throws Exception {
        return mutate("createPerson", "CreatePersonInput", input);
    }

    Http.Answer list() throws Exception {
        return send("{ listPeople(limit: 1) { nextToken } }", Http.JSON.createObjectNode());
    }

    Http.Answer update(ObjectNode input) throws Exception {
        return mutate("updatePerson", "UpdatePersonInput", input);
    }

    Http.Answer delete(ObjectNode input) throws Exception {
        return mutate("deletePerson", "DeletePersonInput", input);
    }

    JsonNode page(String field, ObjectNode variables) throws Exception {
        String query = field.equals("searchPeople")
                ? "query($prefix: String!, $limit: Int, $nextToken: String)"
                        + " { searchPeople(prefix: $prefix, limit: $limit, nextToken: $nextToken)"
                : "query($limit: Int, $nextToken: String) { listPeople(limit: $limit, nextToken: $nextToken)";
        return value(field, send(query + " { items { " + FIELDS + " } nextToken } }", variables));
    }

    private Http.Answer mutate(String field, String type, ObjectNode input) throws Exception {
        ObjectNode variables = Http.JSON.createObjectNode();
        variables.set("input", input);
        return send("mutation($input: %s!) { %s(input: $input) { %s } }".formatted(type, field, FIELDS), variables);
    }

    private static JsonNode value(String field, Http.Answer answer) {
        if (answer.status() != 200 || answer.body().has("errors")) {
            throw new AssertionError(field + ": " + answer);
        }
        return answer.body().path("data").path(field);
    }

    static ObjectNode object(String... fields) {
        ObjectNode object = Http.JSON.createObjectNode();
        for (int i = 0; i < fields.length; i += 2) {
            object.put(fields[i], fields[i + 1]);
        }
        return object;
    }

    /** Fields for somebody who can be created. */
    static ObjectNode anybody() {
        return object(
                "firstName",
                "Ada",
                "lastName",
                "Lovelace",
                "clientId",
                UUID.randomUUID().toString());
    }

    static String errorType(Http.Answer answer) {
        return answer.body().path("errors").path(0).path("errorType").asText();
    }
}
