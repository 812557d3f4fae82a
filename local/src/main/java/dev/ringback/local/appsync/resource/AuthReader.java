package dev.ringback.local.appsync.resource;

import dev.ringback.local.appsync.auth.AuthMode;
import dev.ringback.local.appsync.auth.AuthModes;
import dev.ringback.local.appsync.auth.Authenticator;
import dev.ringback.local.appsync.auth.KeyAuth;
import dev.ringback.local.appsync.auth.SignatureAuth;
import dev.ringback.local.appsync.auth.UserPoolAuth;
import dev.ringback.local.aws.Account;
import dev.ringback.local.cognito.TokenVerifier;
import dev.ringback.local.stack.StackFailure;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** Reads how callers of an API are known. */
final class AuthReader {
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
        List<Properties> providers = new ArrayList<>(List.of(api));
        api.parts("AdditionalAuthenticationProviders").forEach(more -> providers.add(more.only(Set.of(MODE, POOL))));
        List<AuthMode> all = providers.stream().map(AuthReader::mode).toList();
        checkOnce(all, AuthMode.API_KEY);
        checkOnce(all, AuthMode.AWS_IAM);
        Authenticator authenticator = new Authenticator(
                pools(providers),
                all.contains(AuthMode.AWS_IAM)
                        ? Optional.of(new SignatureAuth(surroundings.accessKeys(), account))
                        : Optional.empty(),
                all.contains(AuthMode.API_KEY) ? Optional.of(keys(parts)) : Optional.empty());
        boolean denied = action(api.part(POOL)).equals("DENY");
        return new Auth(new AuthModes(mode(api), EnumSet.copyOf(all), denied), authenticator);
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

    private List<UserPoolAuth> pools(List<Properties> providers) {
        return providers.stream()
                .filter(provider -> mode(provider) == AuthMode.AMAZON_COGNITO_USER_POOLS)
                .map(provider -> pool(provider.part(POOL)
                        .only(Set.of("UserPoolId", "AwsRegion", "AppIdClientRegex", "DefaultAction"))))
                .toList();
    }

    private UserPoolAuth pool(Properties pool) {
        String region = pool.find("AwsRegion").orElse(account.region());
        String issuer = "https://cognito-idp." + region + ".amazonaws.com/" + pool.text("UserPoolId");
        if (surroundings.userPools().keysOf(issuer).isEmpty()) {
            throw new StackFailure("There is no user pool " + pool.text("UserPoolId") + " in " + region + ".");
        }
        return new UserPoolAuth(
                new TokenVerifier(issuer, surroundings.userPools(), surroundings.clock()),
                pool.find("AppIdClientRegex").map(Pattern::compile),
                action(pool));
    }

    private static String action(Properties pool) {
        return pool.find("DefaultAction").orElse("ALLOW");
    }

    private KeyAuth keys(ApiParts parts) {
        return new KeyAuth(ApiKeys.expiries(parts, surroundings.clock().instant()), surroundings.clock());
    }
}
