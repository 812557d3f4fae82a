package dev.ringback.local.appsync.resource;

import dev.ringback.local.appsync.auth.AuthMode;
import dev.ringback.local.appsync.auth.AuthModes;
import dev.ringback.local.appsync.auth.Authenticator;
import dev.ringback.local.appsync.auth.KeyAuth;
import dev.ringback.local.appsync.auth.SignatureAuth;
import dev.ringback.local.appsync.auth.UserPoolAuth;
import dev.ringback.local.aws.Account;
import dev.ringback.local.stack.StackFailure;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Reads how callers of an API are known. */
final class AuthReader {
    static final String MORE = "AdditionalAuthenticationProviders";
    private static final String MODE = "AuthenticationType";
    private static final String POOL = "UserPoolConfig";

    private final Account account;
    private final Surroundings surroundings;

    record Auth(AuthModes modes, Authenticator authenticator) {}

    AuthReader(Account account, Surroundings surroundings) {
        this.account = account;
        this.surroundings = surroundings;
    }

    Auth read(Properties api, ApiParts parts) {
        List<Properties> providers = api.parts(MORE);
        providers.forEach(provider -> provider.only(Set.of(MODE, POOL)));
        AuthMode main = mode(api);
        List<AuthMode> all = Stream.concat(Stream.of(main), providers.stream().map(AuthReader::mode))
                .toList();
        checkOnce(all, AuthMode.API_KEY);
        checkOnce(all, AuthMode.AWS_IAM);
        Authenticator authenticator = new Authenticator(
                pools(api, providers),
                all.contains(AuthMode.AWS_IAM)
                        ? Optional.of(new SignatureAuth(surroundings.accessKeys(), account))
                        : Optional.empty(),
                all.contains(AuthMode.API_KEY) ? Optional.of(keys(parts)) : Optional.empty());
        boolean denied = knowsUsers(api) && UserPoolReader.deniesByDefault(api);
        return new Auth(new AuthModes(main, EnumSet.copyOf(all), denied), authenticator);
    }

    private static AuthMode mode(Properties provider) {
        String name = provider.text(MODE);
        return Arrays.stream(AuthMode.values())
                .filter(mode -> mode.name().equals(name))
                .findFirst()
                .orElseThrow(() ->
                        new StackFailure("The local runtime does not know the authentication type " + name + "."));
    }

    private static void checkOnce(List<AuthMode> all, AuthMode mode) {
        if (all.stream().filter(mode::equals).count() > 1) {
            throw new StackFailure("The API has the authentication type " + mode + " twice.");
        }
    }

    private List<UserPoolAuth> pools(Properties api, List<Properties> providers) {
        UserPoolReader pools = new UserPoolReader(surroundings);
        return Stream.concat(
                        Stream.of(api).filter(AuthReader::knowsUsers).map(pools::ofApi),
                        providers.stream().filter(AuthReader::knowsUsers).map(pools::ofProvider))
                .toList();
    }

    private static boolean knowsUsers(Properties provider) {
        return mode(provider) == AuthMode.AMAZON_COGNITO_USER_POOLS;
    }

    private KeyAuth keys(ApiParts parts) {
        return new KeyAuth(ApiKeys.expiries(parts, surroundings.clock().instant()), surroundings.clock());
    }
}
