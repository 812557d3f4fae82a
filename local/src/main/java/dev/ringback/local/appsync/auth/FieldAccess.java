package dev.ringback.local.appsync.auth;

import graphql.schema.GraphQLAppliedDirective;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * To whom a field is open.
 *
 * @param modes with the groups of users it is limited to; no groups means no limit
 */
record FieldAccess(Map<AuthMode, Set<String>> modes) {
    /** In AppSync's schemas, but ways to call that APIs here do not have. */
    private static final Set<String> OTHER_DIRECTIVES = Set.of("aws_oidc", "aws_lambda");

    private static final String ONLY_COGNITO = "aws_auth";
    private static final String GROUPS = "cognito_groups";

    /** What the directives of a type or a field say; empty if none is about access. */
    static Optional<FieldAccess> of(List<GraphQLAppliedDirective> directives, AuthModes api) {
        Map<AuthMode, Set<String>> modes = new EnumMap<>(AuthMode.class);
        boolean restricted = false;
        for (GraphQLAppliedDirective directive : directives) {
            Optional<AuthMode> mode = mode(directive.getName(), api);
            mode.ifPresent(known -> modes.put(known, groups(directive)));
            restricted |= mode.isPresent() || OTHER_DIRECTIVES.contains(directive.getName());
        }
        return restricted ? Optional.of(new FieldAccess(modes)) : Optional.empty();
    }

    private static Optional<AuthMode> mode(String directive, AuthModes api) {
        if (directive.equals(ONLY_COGNITO)) {
            // AppSync goes by it where users of a pool are the only callers, and overlooks it elsewhere.
            return Optional.of(AuthMode.AMAZON_COGNITO_USER_POOLS).filter(api::isOnly);
        }
        for (AuthMode mode : AuthMode.values()) {
            if (mode.directive().equals(directive)) {
                return Optional.of(mode);
            }
        }
        return Optional.empty();
    }

    private static Set<String> groups(GraphQLAppliedDirective directive) {
        return Optional.ofNullable(directive.getArgument(GROUPS))
                .map(argument -> argument.<List<String>>getValue())
                .map(Set::copyOf)
                .orElse(Set.of());
    }

    static FieldAccess byDefault(AuthModes api) {
        boolean denied = api.usersDenied() && api.main() == AuthMode.AMAZON_COGNITO_USER_POOLS;
        return new FieldAccess(denied ? Map.of() : Map.of(api.main(), Set.of()));
    }

    boolean isOpenTo(AuthMode mode, Set<String> groups) {
        return Optional.ofNullable(modes.get(mode))
                .filter(wanted -> wanted.isEmpty() || groups.stream().anyMatch(wanted::contains))
                .isPresent();
    }
}
