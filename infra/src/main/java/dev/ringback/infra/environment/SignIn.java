package dev.ringback.infra.environment;

/** How users sign in, and for how long. */
public record SignIn(boolean allowPasswordAuth, int accessTokenMinutes, int refreshTokenDays) {

    static SignIn read(Section section) {
        SignIn signIn = new SignIn(
                section.flag("allowPasswordAuth"),
                section.number("accessTokenMinutes", 5, 1440),
                section.number("refreshTokenDays", 1, 3650));
        section.refuseUnknownKeys();
        return signIn;
    }
}
