package dev.ringback.local.httpapi;

import java.util.List;
import java.util.Optional;

/**
 * A route of an API.
 *
 * @param scopes of which a token needs one; empty asks for none
 */
record Route(RouteKey key, Integration integration, Optional<JwtAuthorizer> authorizer, List<String> scopes) {}
