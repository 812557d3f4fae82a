package dev.ringback.local.cognito;

import java.time.Duration;

/** What a mailed code is for, and how long it is good at Cognito. */
enum CodePurpose {
    SIGN_UP(Duration.ofHours(24)),
    NEW_PASSWORD(Duration.ofHours(1)),
    EMAIL(Duration.ofHours(24));

    private final Duration life;

    CodePurpose(Duration life) {
        this.life = life;
    }

    Duration life() {
        return life;
    }
}
