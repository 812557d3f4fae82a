package dev.ringback.users;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatNoException;

import dev.ringback.calling.ContendedException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.awscore.exception.AwsErrorDetails;
import software.amazon.awssdk.services.cognitoidentityprovider.CognitoIdentityProviderClient;
import software.amazon.awssdk.services.cognitoidentityprovider.model.AdminDeleteUserRequest;
import software.amazon.awssdk.services.cognitoidentityprovider.model.AdminDeleteUserResponse;
import software.amazon.awssdk.services.cognitoidentityprovider.model.AdminGetUserRequest;
import software.amazon.awssdk.services.cognitoidentityprovider.model.AdminGetUserResponse;
import software.amazon.awssdk.services.cognitoidentityprovider.model.AttributeType;
import software.amazon.awssdk.services.cognitoidentityprovider.model.TooManyRequestsException;
import software.amazon.awssdk.services.cognitoidentityprovider.model.UserNotFoundException;

class CognitoUsersTest {
    private static final Instant CREATED = Instant.parse("2026-03-01T12:00:00Z");

    private final FakeCognito cognito = new FakeCognito();
    private final CognitoUsers users = new CognitoUsers(cognito, "pool");

    @Test
    void findsAUserByHisName() {
        cognito.user = Optional.of("ada");

        assertThat(users.find("ada")).hasValueSatisfying(user -> {
            assertThat(user.username()).isEqualTo("ada");
            assertThat(user.sub()).isEqualTo("sub-1");
            assertThat(user.attributes()).containsEntry("email", "ada@example.com");
            assertThat(user.createdAt()).isEqualTo(CREATED);
        });
    }

    @Test
    void findsNobodyWhoIsGone() {
        assertThat(users.find("ada")).isEmpty();
    }

    @Test
    void deletesAUserOfThePool() {
        cognito.user = Optional.of("ada");

        users.delete("ada");

        assertThat(cognito.deleted).containsExactly("pool/ada");
    }

    @Test
    void deletesAUserWhoIsGone() {
        assertThatNoException().isThrownBy(() -> users.delete("ada"));
    }

    @Test
    void asksToTryAgainWhenCognitoTakesNoMore() {
        CognitoUsers throttled = new CognitoUsers(
                new CognitoIdentityProviderClient() {
                    @Override
                    public AdminGetUserResponse adminGetUser(AdminGetUserRequest request) {
                        throw TooManyRequestsException.builder()
                                .awsErrorDetails(AwsErrorDetails.builder()
                                        .errorCode("TooManyRequestsException")
                                        .build())
                                .build();
                    }

                    @Override
                    public String serviceName() {
                        return "cognito-idp";
                    }

                    @Override
                    public void close() {}
                },
                "pool");

        assertThatExceptionOfType(ContendedException.class).isThrownBy(() -> throttled.find("ada"));
    }

    @Test
    void saysNothingOfAPersonInLogs() {
        cognito.user = Optional.of("ada");

        assertThat(users.find("ada").orElseThrow().toString())
                .doesNotContain("ada")
                .doesNotContain("sub-1");
    }

    /** A pool with one user, or none. */
    private static final class FakeCognito implements CognitoIdentityProviderClient {
        private final List<String> deleted = new ArrayList<>();
        private Optional<String> user = Optional.empty();

        @Override
        public AdminGetUserResponse adminGetUser(AdminGetUserRequest request) {
            check(request.username());
            return AdminGetUserResponse.builder()
                    .username(request.username())
                    .userStatus("CONFIRMED")
                    .userCreateDate(CREATED)
                    .userAttributes(attribute("sub", "sub-1"), attribute("email", "ada@example.com"))
                    .build();
        }

        @Override
        public AdminDeleteUserResponse adminDeleteUser(AdminDeleteUserRequest request) {
            check(request.username());
            deleted.add(request.userPoolId() + "/" + request.username());
            return AdminDeleteUserResponse.builder().build();
        }

        private void check(String username) {
            if (!user.equals(Optional.of(username))) {
                throw UserNotFoundException.builder().message("no such user").build();
            }
        }

        private static AttributeType attribute(String name, String value) {
            return AttributeType.builder().name(name).value(value).build();
        }

        @Override
        public String serviceName() {
            return "cognito-idp";
        }

        @Override
        public void close() {}
    }
}
