package dev.ringback.calling.call;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.services.lambda.LambdaClient;
import software.amazon.awssdk.services.lambda.model.InvocationType;
import software.amazon.awssdk.services.lambda.model.InvokeRequest;
import software.amazon.awssdk.services.lambda.model.InvokeResponse;

class LambdaRingerTest {
    private final FakeLambda lambda = new FakeLambda();
    private final LambdaRinger ringer = new LambdaRinger(lambda, "arn:push:live");

    @Test
    void invokesThePushFunctionWithoutWaitingForIt() {
        ringer.ring("call-1");
        assertThat(lambda.request.functionName()).isEqualTo("arn:push:live");
        assertThat(lambda.request.invocationType()).isEqualTo(InvocationType.EVENT);
    }

    @Test
    void tellsItTheCallsIdAndNothingElse() {
        ringer.ring("call-1");
        assertThat(lambda.request.payload().asUtf8String()).isEqualTo("{\"callId\":\"call-1\"}");
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
        assertThat(lambda.request.invocationType()).isEqualTo(InvocationType.DRY_RUN);
    }

    private static final class FakeLambda implements LambdaClient {
        private Supplier<Integer> status = () -> 202;
        private InvokeRequest request;

        @Override
        public InvokeResponse invoke(InvokeRequest request) {
            this.request = request;
            return InvokeResponse.builder().statusCode(status.get()).build();
        }

        @Override
        public String serviceName() {
            return SERVICE_NAME;
        }

        @Override
        public void close() {}
    }
}
