package dev.ringback.calling.call;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.services.lambda.model.InvocationType;

class LambdaRingerTest {
    private final FakeLambda lambda = new FakeLambda();
    private final LambdaRinger ringer = new LambdaRinger(lambda, "arn:push:live");

    @Test
    void invokesThePushFunctionWithoutWaitingForIt() {
        ringer.ring("call-1");
        assertThat(lambda.requests.getFirst().functionName()).isEqualTo("arn:push:live");
        assertThat(lambda.requests.getFirst().invocationType()).isEqualTo(InvocationType.EVENT);
    }

    @Test
    void tellsItTheCallsIdAndNothingElse() {
        ringer.ring("call-1");
        assertThat(lambda.requests.getFirst().payload().asUtf8String()).isEqualTo("{\"callId\":\"call-1\"}");
    }

    @Test
    void takesNothingButAcceptedForAnAnswer() {
        lambda.status = () -> 200;
        assertThatThrownBy(() -> ringer.ring("call-1")).isInstanceOf(Ringer.RingerException.class);
    }

    @Test
    void saysWhenTheFunctionCannotBeInvoked() {
        lambda.status = () -> {
            throw SdkClientException.create("timed out");
        };
        assertThatThrownBy(() -> ringer.ring("call-1")).isInstanceOf(Ringer.RingerException.class);
    }

    @Test
    void primingRunsNothing() {
        lambda.status = () -> 204;
        ringer.prime();
        assertThat(lambda.requests.getFirst().invocationType()).isEqualTo(InvocationType.DRY_RUN);
    }
}
