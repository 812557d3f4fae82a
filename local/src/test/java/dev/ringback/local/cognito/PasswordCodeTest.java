package dev.ringback.local.cognito;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.ringback.local.testserver.TestPrincipal;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.cognitoidentityprovider.model.CodeMismatchException;
import software.amazon.awssdk.services.cognitoidentityprovider.model.ExpiredCodeException;
import software.amazon.awssdk.services.cognitoidentityprovider.model.InvalidPasswordException;
import software.amazon.awssdk.services.cognitoidentityprovider.model.LimitExceededException;

class PasswordCodeTest {
    private static final String NEW = "Another-horse-2";

    private final CognitoFixture cognito = new CognitoFixture(TestPrincipal.ANYONE, Optional.empty());

    @AfterEach
    void stop() {
        cognito.close();
    }

    @Test
    void aCodeIsGoodOnce() {
        cognito.member("ada");
        cognito.forget("ada");
        String code = cognito.mailedCode();
        cognito.reset("ada", code, NEW);

        assertThatThrownBy(() -> cognito.reset("ada", code, NEW)).isInstanceOf(ExpiredCodeException.class);
    }

    @Test
    void refusesAWrongCode() {
        cognito.member("ada");
        cognito.forget("ada");

        assertThatThrownBy(() -> cognito.reset("ada", "not-it", NEW))
                .isInstanceOf(CodeMismatchException.class)
                .hasMessageContaining("Invalid verification code provided, please try again.");
    }

    @Test
    void refusesTheCodeOfTheSignUp() {
        cognito.signUp("ada");
        String signUpCode = cognito.mailedCode();

        assertThatThrownBy(() -> cognito.reset("ada", signUpCode, NEW)).isInstanceOf(ExpiredCodeException.class);
    }

    @Test
    void refusesACodeAfterAnHour() {
        cognito.member("ada");
        cognito.forget("ada");
        cognito.clock.advance(Duration.ofHours(1).plusSeconds(1));

        assertThatThrownBy(() -> cognito.reset("ada", cognito.mailedCode(), NEW))
                .isInstanceOf(ExpiredCodeException.class)
                .hasMessageContaining("Invalid code provided, please request a code again.");
    }

    @Test
    void refusesWithoutHavingBeenAskedForACode() {
        cognito.member("ada");

        assertThatThrownBy(() -> cognito.reset("ada", "123456", NEW)).isInstanceOf(ExpiredCodeException.class);
    }

    @Test
    void refusesEvenTheRightCodeAfterManyWrongOnes() {
        cognito.member("ada");
        cognito.forget("ada");
        for (int i = 0; i < 5; i++) {
            assertThatThrownBy(() -> cognito.reset("ada", "not-it", NEW)).isInstanceOf(CodeMismatchException.class);
        }

        assertThatThrownBy(() -> cognito.reset("ada", cognito.mailedCode(), NEW))
                .isInstanceOf(LimitExceededException.class)
                .hasMessageContaining("Attempt limit exceeded, please try after some time.");
    }

    @Test
    void refusesToSendManyCodes() {
        cognito.member("ada");
        for (int i = 0; i < 20; i++) {
            cognito.forget("ada");
        }

        assertThatThrownBy(() -> cognito.forget("ada")).isInstanceOf(LimitExceededException.class);

        cognito.clock.advance(Duration.ofMinutes(15));
        assertThat(cognito.forget("ada")).isNotNull();
    }

    @Test
    void aWeakPasswordLeavesTheCodeGood() {
        cognito.member("ada");
        cognito.forget("ada");

        assertThatThrownBy(() -> cognito.reset("ada", cognito.mailedCode(), "Short-1"))
                .isInstanceOf(InvalidPasswordException.class)
                .hasMessageContaining("Password did not conform with policy: Password not long enough");
        cognito.reset("ada", cognito.mailedCode(), NEW);
    }
}
