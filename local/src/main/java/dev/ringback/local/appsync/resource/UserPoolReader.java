package dev.ringback.local.appsync.resource;

import dev.ringback.local.appsync.auth.UserPoolAuth;
import dev.ringback.local.cognito.TokenVerifier;
import dev.ringback.local.stack.StackFailure;
import java.util.Set;
import java.util.regex.Pattern;

/** Reads of which pool an API knows users, as its first way of authentication or as a further one. */
final class UserPoolReader {
    private static final String POOL = "UserPoolConfig";
    private static final String ID = "UserPoolId";
    private static final String REGION = "AwsRegion";
    private static final String CLIENTS = "AppIdClientRegex";
    private static final String ACTION = "DefaultAction";
    private static final String ALLOW = "ALLOW";
    private static final String DENY = "DENY";

    private final Surroundings surroundings;

    UserPoolReader(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    UserPoolAuth ofApi(Properties api) {
        Properties pool = api.part(POOL).only(Set.of(ID, REGION, CLIENTS, ACTION));
        return read(pool, action(api));
    }

    /** @param provider one of AdditionalAuthenticationProviders, whose pools have no default action */
    UserPoolAuth ofProvider(Properties provider) {
        Properties pool = new Properties(
                        POOL + " of " + provider.owner(), provider.part(POOL).node())
                .only(Set.of(ID, REGION, CLIENTS));
        return read(pool, ALLOW);
    }

    static boolean deniesByDefault(Properties api) {
        return action(api).equals(DENY);
    }

    // CloudFormation leaves it to AppSync to say that the default action and the region are required.
    private static String action(Properties api) {
        String action = api.part(POOL).text(ACTION);
        if (!Set.of(ALLOW, DENY).contains(action)) {
            throw new StackFailure(ACTION + " is ALLOW or DENY, not " + action + ".");
        }
        if (action.equals(DENY) && !api.parts(AuthReader.MORE).isEmpty()) {
            throw new StackFailure(ACTION + " must be ALLOW in an API with " + AuthReader.MORE + ".");
        }
        return action;
    }

    private UserPoolAuth read(Properties pool, String action) {
        String region = pool.text(REGION);
        String issuer = "https://cognito-idp." + region + ".amazonaws.com/" + pool.text(ID);
        if (surroundings.userPools().keysOf(issuer).isEmpty()) {
            throw new StackFailure("There is no user pool " + pool.text(ID) + " in " + region + ".");
        }
        return new UserPoolAuth(
                new TokenVerifier(issuer, surroundings.userPools(), surroundings.clock()),
                pool.find(CLIENTS).map(Pattern::compile),
                action);
    }
}
