package dev.ringback.users;

import dev.ringback.calling.account.AccountUser;
import dev.ringback.calling.account.Users;
import java.util.Optional;
import java.util.TreeMap;
import software.amazon.awssdk.services.cognitoidentityprovider.CognitoIdentityProviderClient;
import software.amazon.awssdk.services.cognitoidentityprovider.model.AdminGetUserResponse;
import software.amazon.awssdk.services.cognitoidentityprovider.model.UserNotFoundException;

/** The users of a Cognito user pool. */
public final class CognitoUsers implements Users {
    private final CognitoIdentityProviderClient cognito;
    private final String pool;

    public CognitoUsers(CognitoIdentityProviderClient cognito, String pool) {
        this.cognito = cognito;
        this.pool = pool;
    }

    @Override
    public Optional<AccountUser> find(String username) {
        try {
            return Optional.of(
                    user(cognito.adminGetUser(get -> get.userPoolId(pool).username(username))));
        } catch (UserNotFoundException e) {
            return Optional.empty();
        }
    }

    @Override
    public void delete(String username) {
        try {
            cognito.adminDeleteUser(delete -> delete.userPoolId(pool).username(username));
        } catch (UserNotFoundException e) {
            // Gone already, perhaps by an attempt whose answer got lost.
        }
    }

    private static AccountUser user(AdminGetUserResponse found) {
        TreeMap<String, String> attributes = new TreeMap<>();
        found.userAttributes().forEach(attribute -> attributes.put(attribute.name(), attribute.value()));
        return new AccountUser(found.username(), attributes, found.userStatusAsString(), found.userCreateDate());
    }
}
