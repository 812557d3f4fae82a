package dev.ringback.register;

import dev.ringback.actionkit.InvalidRequestException;
import dev.ringback.calling.device.NotifyType;
import java.util.Optional;

/**
 * @param voipToken of an iPhone, the token of PushKit beside the one for alerts
 * @param installationId the app's own name for itself, which it keeps when its tokens change
 * @param environment of an Apple device, {@code production} or {@code sandbox}: of which the tokens are
 */
record RegisterRequest(
        NotifyType notifyType,
        String deviceToken,
        Optional<String> voipToken,
        Optional<String> installationId,
        Optional<String> platform,
        Optional<String> appVersion,
        Optional<String> environment) {
    private static final String SANDBOX = "sandbox";

    RegisterRequest {
        TextForm.TOKEN.check("deviceToken", deviceToken);
        voipToken.ifPresent(token -> TextForm.TOKEN.check("voipToken", token));
        installationId.ifPresent(id -> TextForm.INSTALLATION.check("installationId", id));
        platform.ifPresent(name -> TextForm.PLATFORM.check("platform", name));
        appVersion.ifPresent(version -> TextForm.VERSION.check("appVersion", version));
        environment.ifPresent(name -> TextForm.ENVIRONMENT.check("environment", name));
        if (voipToken.isPresent() && !notifyType.hasVoip()) {
            throw new InvalidRequestException("Field \"voipToken\" goes with notifyType APNS and APNS_SANDBOX only.");
        }
        if (voipToken.filter(deviceToken::equals).isPresent()) {
            throw new InvalidRequestException("Fields \"deviceToken\" and \"voipToken\" must be two tokens.");
        }
        if (environment.isPresent() && notifyType == NotifyType.GCM) {
            throw new InvalidRequestException("Field \"environment\" goes with the notifyTypes of Apple only.");
        }
    }

    /** The channel of the tokens, which the environment decides where it is told. */
    NotifyType channel() {
        return environment.map(name -> notifyType.in(name.equals(SANDBOX))).orElse(notifyType);
    }

    @Override
    public String toString() {
        return "RegisterRequest[notifyType=" + notifyType + "]";
    }
}
