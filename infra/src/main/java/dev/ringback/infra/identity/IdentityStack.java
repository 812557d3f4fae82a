package dev.ringback.infra.identity;

import dev.ringback.infra.RingbackStack;
import dev.ringback.infra.environment.Settings;
import dev.ringback.infra.environment.SignIn;
import io.github.cdklabs.cdknag.NagPackSuppression;
import io.github.cdklabs.cdknag.NagSuppressions;
import java.util.List;
import software.amazon.awscdk.Duration;
import software.amazon.awscdk.services.cognito.AccountRecovery;
import software.amazon.awscdk.services.cognito.AuthFlow;
import software.amazon.awscdk.services.cognito.AutoVerifiedAttrs;
import software.amazon.awscdk.services.cognito.KeepOriginalAttrs;
import software.amazon.awscdk.services.cognito.Mfa;
import software.amazon.awscdk.services.cognito.MfaSecondFactor;
import software.amazon.awscdk.services.cognito.PasswordPolicy;
import software.amazon.awscdk.services.cognito.SignInAliases;
import software.amazon.awscdk.services.cognito.StandardAttribute;
import software.amazon.awscdk.services.cognito.StandardAttributes;
import software.amazon.awscdk.services.cognito.UserPool;
import software.amazon.awscdk.services.cognito.UserPoolClient;
import software.amazon.awscdk.services.cognito.UserPoolGroup;
import software.amazon.awscdk.services.cognito.UserPoolGroupProps;
import software.amazon.awscdk.services.cognito.UserVerificationConfig;
import software.amazon.awscdk.services.cognito.VerificationEmailStyle;
import software.constructs.Construct;

/** Who may call: the users, how they sign in, and the operators among them. */
public final class IdentityStack extends RingbackStack {
    private final UserPool userPool;
    private final UserPoolClient mobileClient;

    public IdentityStack(Construct scope, Settings settings) {
        super(scope, settings, "Identity", "Users and sign-in of Ringback");
        userPool = userPool(settings);
        mobileClient = mobileClient(settings.signIn());
        new UserPoolGroup(
                this,
                "Operators",
                UserPoolGroupProps.builder()
                        .userPool(userPool)
                        .groupName("operators")
                        .description("May delete people of others from the directory")
                        .build());
        acknowledgeFindings();
        exported(userPool.getUserPoolId(), userPool.getUserPoolArn(), mobileClient.getUserPoolClientId());
        output("UserPoolId", "What mobile apps sign in to", userPool.getUserPoolId());
        output("UserPoolClientId", "What mobile apps sign in as", mobileClient.getUserPoolClientId());
        output("Region", "Where all of it runs", getRegion());
    }

    public UserPool userPool() {
        return userPool;
    }

    public UserPoolClient mobileClient() {
        return mobileClient;
    }

    private UserPool userPool(Settings settings) {
        return UserPool.Builder.create(this, "UserPool")
                .userPoolName(settings.prefix())
                .selfSignUpEnabled(true)
                .signInAliases(SignInAliases.builder().username(true).build())
                .signInCaseSensitive(false)
                .standardAttributes(StandardAttributes.builder()
                        .email(StandardAttribute.builder()
                                .required(true)
                                .mutable(true)
                                .build())
                        .build())
                .autoVerify(AutoVerifiedAttrs.builder().email(true).build())
                .keepOriginal(KeepOriginalAttrs.builder().email(true).build())
                .userVerification(UserVerificationConfig.builder()
                        .emailStyle(VerificationEmailStyle.CODE)
                        .emailSubject("Your confirmation code")
                        .emailBody("Your confirmation code is {####}.")
                        .build())
                .accountRecovery(AccountRecovery.EMAIL_ONLY)
                .mfa(Mfa.OPTIONAL)
                .mfaSecondFactor(MfaSecondFactor.builder().otp(true).sms(false).build())
                .passwordPolicy(PasswordPolicy.builder()
                        .minLength(8)
                        .requireLowercase(true)
                        .requireUppercase(true)
                        .requireDigits(true)
                        .requireSymbols(true)
                        .tempPasswordValidity(Duration.days(7))
                        .build())
                .deletionProtection(settings.keepData())
                .removalPolicy(settings.removalPolicy())
                .build();
    }

    private UserPoolClient mobileClient(SignIn signIn) {
        Duration accessTokenLife = Duration.minutes(signIn.accessTokenMinutes());
        return UserPoolClient.Builder.create(this, "MobileClient")
                .userPool(userPool)
                .generateSecret(false)
                .disableOAuth(true)
                .authFlows(AuthFlow.builder()
                        .userSrp(true)
                        .userPassword(signIn.allowPasswordAuth())
                        .build())
                .preventUserExistenceErrors(true)
                .enableTokenRevocation(true)
                .accessTokenValidity(accessTokenLife)
                .idTokenValidity(accessTokenLife)
                .refreshTokenValidity(Duration.days(signIn.refreshTokenDays()))
                .build();
    }

    private void acknowledgeFindings() {
        NagSuppressions.addResourceSuppressions(
                userPool,
                List.of(
                        NagPackSuppression.builder()
                                .id("AwsSolutions-COG2")
                                .reason(
                                        "A second factor (TOTP) is offered, not forced: users sign in on their own phone,"
                                                + " which is the second factor's device as well, and hold nothing but the right"
                                                + " to call.")
                                .build(),
                        NagPackSuppression.builder()
                                .id("AwsSolutions-COG3")
                                .reason("Threat protection needs Cognito's Plus plan, which is priced per monthly user;"
                                        + " an account's value here is one calling identity. Sign-in is SRP, user"
                                        + " existence is hidden, and Cognito's own lock-out applies.")
                                .build()));
    }
}
