package dev.ringback.local.e2e;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.ringback.local.Endpoints;
import java.util.Arrays;
import java.util.Map;
import java.util.UUID;
import java.util.function.Consumer;
import software.amazon.awssdk.services.cognitoidentityprovider.CognitoIdentityProviderClient;
import software.amazon.awssdk.services.cognitoidentityprovider.model.AttributeType;
import software.amazon.awssdk.services.cognitoidentityprovider.model.AuthFlowType;
import software.amazon.awssdk.services.cognitoidentityprovider.model.AuthenticationResultType;

/** A signed-in user with one device, doing what an app does. */
final class Phone {
    private static final String PASSWORD = "Correct-horse-9-battery";
    private final Backend backend;
    private final AuthenticationResultType tokens;
    private final String deviceToken;
    private String clientId;

    private Phone(Backend backend, AuthenticationResultType tokens, String deviceToken) {
        this.backend = backend;
        this.tokens = tokens;
        this.deviceToken = deviceToken;
    }

    /** Signs up, confirms with the mailed code, and signs in. */
    static Phone signUp(Backend backend, String name) throws Exception {
        return signUp(backend, name, user -> {});
    }

    /** @param beforeSignIn gets the username of the new user */
    static Phone signUp(Backend backend, String name, Consumer<String> beforeSignIn) throws Exception {
        Endpoints endpoints = backend.runtime().endpoints();
        String user = name + "-" + UUID.randomUUID().toString().substring(0, 8);
        String email = user + "@example.com";
        try (CognitoIdentityProviderClient cognito = backend.cognito()) {
            String client = endpoints.userPoolClientId();
            cognito.signUp(request -> request.clientId(client)
                    .username(user)
                    .password(PASSWORD)
                    .userAttributes(
                            AttributeType.builder().name("email").value(email).build()));
            String code = backend.inbox().confirmationCode(email);
            cognito.confirmSignUp(
                    request -> request.clientId(client).username(user).confirmationCode(code));
            beforeSignIn.accept(user);
            return new Phone(
                    backend,
                    cognito.initiateAuth(request -> request.clientId(client)
                                    .authFlow(AuthFlowType.USER_PASSWORD_AUTH)
                                    .authParameters(Map.of("USERNAME", user, "PASSWORD", PASSWORD)))
                            .authenticationResult(),
                    "device-" + UUID.randomUUID());
        }
    }

    /** The same phone, still signed in, at another backend. */
    Phone on(Backend other) {
        Phone phone = new Phone(other, tokens, deviceToken);
        phone.clientId = clientId;
        return phone;
    }

    /** Another device of the same user, with the app signed in. */
    Phone secondDevice(String notifyType) throws Exception {
        return second().registered(notifyType);
    }

    /** Another device of the same user. */
    Phone second() {
        return new Phone(backend, tokens, "device-" + UUID.randomUUID());
    }

    Phone registered(String notifyType) throws Exception {
        return registeredWith("notifyType", notifyType);
    }

    /** An iPhone with CallKit, under a VoIP token besides. */
    Phone registeredForCallKit(String notifyType) throws Exception {
        return registeredWith("notifyType", notifyType, "voipToken", voipToken());
    }

    private Phone registeredWith(String... fields) throws Exception {
        String[] all = Arrays.copyOf(fields, fields.length + 2);
        all[fields.length] = "deviceToken";
        all[fields.length + 1] = deviceToken;
        Http.Answer answer = call("register", all);
        if (answer.status() != 200) {
            throw new AssertionError("register: " + answer);
        }
        clientId = answer.body().path("id").asText();
        return this;
    }

    String clientId() {
        return clientId;
    }

    String deviceToken() {
        return deviceToken;
    }

    String voipToken() {
        return "voip-" + deviceToken;
    }

    String accessToken() {
        return tokens.accessToken();
    }

    String idToken() {
        return tokens.idToken();
    }

    /** The user's immutable id, read from the token. */
    String sub() throws Exception {
        String payload = tokens.idToken().split("\\.")[1];
        return Http.JSON
                .readTree(java.util.Base64.getUrlDecoder().decode(payload))
                .path("sub")
                .asText();
    }

    /** Puts a Person of this phone into the directory. */
    void listedAs(String firstName, String lastName) throws Exception {
        Directory.of(this, backend).create(firstName, lastName, clientId);
    }

    Http.Answer initiateCall(Phone callee) throws Exception {
        return call("initiateCall", "callerId", clientId, "calleeId", callee.clientId);
    }

    Http.Answer initiateCall(Phone callee, String requestId) throws Exception {
        return call("initiateCall", "callerId", clientId, "calleeId", callee.clientId, "requestId", requestId);
    }

    /** Calls, and answers with the call's id. */
    String calls(Phone callee) throws Exception {
        Http.Answer answer = initiateCall(callee);
        if (answer.status() != 200) {
            throw new AssertionError("initiateCall: " + answer);
        }
        return answer.body().path("callId").asText();
    }

    Http.Answer answerCall(String callId) throws Exception {
        return call("answerCall", "clientId", clientId, "callId", callId);
    }

    Http.Answer declineCall(String callId) throws Exception {
        return call("declineCall", "clientId", clientId, "callId", callId);
    }

    /** Ends whatever call it is in. */
    Http.Answer endCall() throws Exception {
        return call("endCall", "clientId", clientId);
    }

    Http.Answer endCall(String callId) throws Exception {
        return call("endCall", "clientId", clientId, "callId", callId);
    }

    Http.Answer getCall(String callId) throws Exception {
        return call("getCall", "clientId", clientId, "callId", callId);
    }

    Http.Answer listCalls() throws Exception {
        return call("listCalls", "clientId", clientId);
    }

    Http.Answer call(String action, String... fields) throws Exception {
        ObjectNode body = Http.JSON.createObjectNode().put("action", action);
        for (int i = 0; i < fields.length; i += 2) {
            body.put(fields[i], fields[i + 1]);
        }
        return send(body.toString());
    }

    Http.Answer send(String body) throws Exception {
        return post("", body);
    }

    /** @param path below the API's */
    Http.Answer post(String path, String body) throws Exception {
        return Http.post(
                backend.runtime().endpoints().apiUrl() + path, body, "Authorization", "Bearer " + tokens.accessToken());
    }
}
