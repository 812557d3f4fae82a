package dev.ringback.local.cognito;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import software.amazon.awssdk.services.cognitoidentityprovider.model.AttributeType;
import software.amazon.awssdk.services.cognitoidentityprovider.model.AuthenticationResultType;
import software.amazon.awssdk.services.cognitoidentityprovider.model.CodeDeliveryDetailsType;

/** A user who is signed in and changes his attributes. */
record Member(CognitoFixture cognito, AuthenticationResultType tokens) {
    String accessToken() {
        return tokens.accessToken();
    }

    List<CodeDeliveryDetailsType> update(String name, String value) {
        return cognito.sdk
                .updateUserAttributes(request ->
                        request.accessToken(accessToken()).userAttributes(CognitoFixture.attribute(name, value)))
                .codeDeliveryDetailsList();
    }

    void delete(String name) {
        cognito.sdk.deleteUserAttributes(
                request -> request.accessToken(accessToken()).userAttributeNames(name));
    }

    void verify(String code) {
        cognito.sdk.verifyUserAttribute(request ->
                request.accessToken(accessToken()).attributeName("email").code(code));
    }

    Map<String, String> attributes() {
        return cognito.sdk.getUser(request -> request.accessToken(accessToken())).userAttributes().stream()
                .collect(Collectors.toMap(AttributeType::name, AttributeType::value));
    }
}
