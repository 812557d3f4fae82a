package dev.ringback.infra.environment;

/** How users sign in, and for how long. */
public record SignIn(boolean allowPasswordAuth, int accessTokenMinutes, int refreshTokenDays) {

    static SignIn read(Section section) {
        return new SignIn(
                section.flag("allowPasswordAuth"),
                section.number("accessTokenMinutes"),
                section.number("refreshTokenDays"));
    }
}
