package dev.ringback.users;

import dev.ringback.calling.ContendedException;
import dev.ringback.calling.account.AccountUser;
import dev.ringback.calling.account.Users;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Supplier;
import software.amazon.awssdk.services.cognitoidentityprovider.CognitoIdentityProviderClient;
import software.amazon.awssdk.services.cognitoidentityprovider.model.AdminGetUserResponse;
import software.amazon.awssdk.services.cognitoidentityprovider.model.CognitoIdentityProviderException;
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
        return ifThere(
                () -> user(cognito.adminGetUser(get -> get.userPoolId(pool).username(username))));
    }

    /** He may be gone already, perhaps by an attempt whose answer got lost. */
    @Override
    public void delete(String username) {
        ifThere(() -> cognito.adminDeleteUser(delete -> delete.userPoolId(pool).username(username)));
    }

    private static <T> Optional<T> ifThere(Supplier<T> request) {
        try {
            return Optional.of(request.get());
        } catch (UserNotFoundException e) {
            return Optional.empty();
        } catch (CognitoIdentityProviderException e) {
            if (e.isThrottlingException()) {
                throw new ContendedException("Cognito is throttled", e);
            }
            throw e;
        }
    }

    private static AccountUser user(AdminGetUserResponse found) {
        TreeMap<String, String> attributes = new TreeMap<>();
        found.userAttributes().forEach(attribute -> attributes.put(attribute.name(), attribute.value()));
        return new AccountUser(found.username(), attributes, found.userStatusAsString(), found.userCreateDate());
    }
}
