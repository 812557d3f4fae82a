package dev.ringback.local.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.nimbusds.jwt.SignedJWT;
import dev.ringback.local.Endpoints;
import dev.ringback.local.testclient.SrpSignIn;
import java.time.Clock;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import software.amazon.awssdk.services.cognitoidentityprovider.CognitoIdentityProviderClient;
import software.amazon.awssdk.services.cognitoidentityprovider.model.AttributeType;
import software.amazon.awssdk.services.cognitoidentityprovider.model.AuthFlowType;
import software.amazon.awssdk.services.cognitoidentityprovider.model.AuthenticationResultType;
import software.amazon.awssdk.services.cognitoidentityprovider.model.NotAuthorizedException;
import software.amazon.awssdk.services.cognitoidentityprovider.model.UserNotConfirmedException;
import software.amazon.awssdk.services.cognitoidentityprovider.model.UserNotFoundException;

/** An account's life as a mobile app leads it, with the AWS SDK. */
@ExtendWith(BackendExtension.class)
class SignInTest {
    private static final String PASSWORD = "Correct-horse-9-battery";
    private static final String NEW_PASSWORD = "Another-horse-7-battery";

    private final String user = "ada-" + UUID.randomUUID().toString().substring(0, 8);
    private final String email = user + "@example.com";
    private Backend backend;
    private Endpoints endpoints;
    private CognitoIdentityProviderClient cognito;
    private String client;

    @BeforeEach
    void signUp(Backend backend) {
        this.backend = backend;
        endpoints = backend.runtime().endpoints();
        client = endpoints.userPoolClientId();
        cognito = backend.cognito();
        cognito.signUp(request -> request.clientId(client)
                .username(user)
                .password(PASSWORD)
                .userAttributes(
                        AttributeType.builder().name("email").value(email).build()));
    }

    @AfterEach
    void close() {
        cognito.close();
    }

    @Test
    void signsInBySrpAndCallsTheApi() throws Exception {
        confirm();

        AuthenticationResultType tokens = signIn(PASSWORD);

        assertThat(register(tokens.accessToken()).status()).isEqualTo(200);
    }

    @Test
    void isRefusedBeforeTheAddressIsConfirmed() {
        assertThatThrownBy(() -> signIn(PASSWORD)).isInstanceOf(UserNotConfirmedException.class);
    }

    @Test
    void refreshesBothWays() throws Exception {
        confirm();
        String refreshToken = signIn(PASSWORD).refreshToken();

        AuthenticationResultType one = getTokens(refreshToken);
        AuthenticationResultType other = initiateRefresh(refreshToken);

        assertThat(register(one.accessToken()).status()).isEqualTo(200);
        assertThat(register(other.accessToken()).status()).isEqualTo(200);
    }

    @Test
    void changesThePassword() throws Exception {
        confirm();
        AuthenticationResultType tokens = signIn(PASSWORD);

        cognito.changePassword(request -> request.accessToken(tokens.accessToken())
                .previousPassword(PASSWORD)
                .proposedPassword(NEW_PASSWORD));

        assertThat(signIn(NEW_PASSWORD).idToken()).isNotBlank();
        assertThatThrownBy(() -> signIn(PASSWORD)).isInstanceOf(NotAuthorizedException.class);
    }

    @Test
    void replacesAForgottenPassword() throws Exception {
        confirm();

        cognito.forgotPassword(request -> request.clientId(client).username(user));
        String code = backend.inbox().confirmationCode(email);
        cognito.confirmForgotPassword(request ->
                request.clientId(client).username(user).confirmationCode(code).password(NEW_PASSWORD));

        assertThat(signIn(NEW_PASSWORD).idToken()).isNotBlank();
    }

    @Test
    void movesToAnotherAddress() throws Exception {
        confirm();
        AuthenticationResultType tokens = signIn(PASSWORD);
        String moved = "moved-" + email;

        cognito.updateUserAttributes(request -> request.accessToken(tokens.accessToken())
                .userAttributes(
                        AttributeType.builder().name("email").value(moved).build()));
        assertThat(emailOf(tokens)).isEqualTo(email);
        String code = backend.inbox().confirmationCode(moved);
        cognito.verifyUserAttribute(request ->
                request.accessToken(tokens.accessToken()).attributeName("email").code(code));

        assertThat(emailOf(tokens)).isEqualTo(moved);
    }

    @Test
    void signingOutEverywhereEndsTheSessionAtCognito() throws Exception {
        confirm();
        AuthenticationResultType tokens = signIn(PASSWORD);

        cognito.globalSignOut(request -> request.accessToken(tokens.accessToken()));

        assertEndedAtCognito(tokens);
    }

    @Test
    void revokingTheRefreshTokenEndsTheSessionAtCognito() throws Exception {
        confirm();
        AuthenticationResultType tokens = signIn(PASSWORD);

        cognito.revokeToken(request -> request.clientId(client).token(tokens.refreshToken()));

        assertEndedAtCognito(tokens);
    }

    // As on AWS: API Gateway and AppSync check the signature and the time, and ask Cognito nothing.
    @Test
    void bothApisTakeTheAccessTokenOfASessionThatWasRevoked() throws Exception {
        confirm();
        AuthenticationResultType tokens = signIn(PASSWORD);

        cognito.revokeToken(request -> request.clientId(client).token(tokens.refreshToken()));
        assertApisAnswer(200, tokens.accessToken());
        cognito.globalSignOut(request -> request.accessToken(signIn(PASSWORD).accessToken()));
        assertApisAnswer(200, tokens.accessToken());
    }

    @Test
    void noApiTakesAnAccessTokenThatHasExpired() throws Exception {
        confirm();
        AuthenticationResultType tokens = signIn(PASSWORD);

        cognito.globalSignOut(request -> request.accessToken(tokens.accessToken()));

        assertApisAnswer(401, Forgery.EXPIRED.of(SignedJWT.parse(tokens.accessToken()), backend));
    }

    @Test
    void deletesTheAccount() throws Exception {
        confirm();
        AuthenticationResultType tokens = signIn(PASSWORD);

        cognito.deleteUser(request -> request.accessToken(tokens.accessToken()));

        assertThatThrownBy(() -> emailOf(tokens)).isInstanceOf(UserNotFoundException.class);
        assertThatThrownBy(() -> signIn(PASSWORD)).isInstanceOf(NotAuthorizedException.class);
    }

    private void confirm() throws Exception {
        String code = backend.inbox().confirmationCode(email);
        cognito.confirmSignUp(request -> request.clientId(client).username(user).confirmationCode(code));
    }

    private AuthenticationResultType signIn(String password) {
        return new SrpSignIn(cognito, endpoints.userPoolId(), client, Clock.systemUTC()).signIn(user, password);
    }

    private void assertEndedAtCognito(AuthenticationResultType tokens) {
        assertThatThrownBy(() -> initiateRefresh(tokens.refreshToken()))
                .isInstanceOf(NotAuthorizedException.class)
                .hasMessageContaining("Refresh Token has been revoked");
        assertThatThrownBy(() -> getTokens(tokens.refreshToken()))
                .isInstanceOf(NotAuthorizedException.class)
                .hasMessageContaining("Refresh Token has been revoked");
        assertThatThrownBy(() -> emailOf(tokens))
                .isInstanceOf(NotAuthorizedException.class)
                .hasMessageContaining("Access Token has been revoked");
    }

    private void assertApisAnswer(int status, String accessToken) throws Exception {
        assertThat(register(accessToken).status()).isEqualTo(status);
        assertThat(new Directory(endpoints.graphqlUrl(), accessToken).list().status())
                .isEqualTo(status);
    }

    private AuthenticationResultType getTokens(String refreshToken) {
        return cognito.getTokensFromRefreshToken(
                        request -> request.clientId(client).refreshToken(refreshToken))
                .authenticationResult();
    }

    private AuthenticationResultType initiateRefresh(String refreshToken) {
        return cognito.initiateAuth(request -> request.clientId(client)
                        .authFlow(AuthFlowType.REFRESH_TOKEN_AUTH)
                        .authParameters(Map.of("REFRESH_TOKEN", refreshToken)))
                .authenticationResult();
    }

    private String emailOf(AuthenticationResultType tokens) {
        return cognito.getUser(request -> request.accessToken(tokens.accessToken())).userAttributes().stream()
                .filter(attribute -> attribute.name().equals("email"))
                .findFirst()
                .orElseThrow()
                .value();
    }

    private Http.Answer register(String accessToken) throws Exception {
        String body = Http.JSON
                .createObjectNode()
                .put("action", "register")
                .put("notifyType", "GCM")
                .put("deviceToken", "device-" + UUID.randomUUID())
                .toString();
        return Http.post(endpoints.apiUrl(), body, "Authorization", "Bearer " + accessToken);
    }
}
