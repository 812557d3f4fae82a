package dev.ringback.calling.call;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.lambda.LambdaClient;
import software.amazon.awssdk.services.lambda.model.InvocationType;

/** Rings by invoking the push function asynchronously; Lambda then repeats it by itself, so it is told the call's id only. */
public final class LambdaRinger implements Ringer {
    private static final int ACCEPTED = 202;

    private final LambdaClient lambda;
    private final String functionArn;

    public LambdaRinger(LambdaClient lambda, String functionArn) {
        this.lambda = lambda;
        this.functionArn = functionArn;
    }

    @Override
    public void ring(String callId) {
        int status = invoke(InvocationType.EVENT, callId);
        if (status != ACCEPTED) {
            throw new RingerException("the push function was not invoked: status " + status, null);
        }
    }

    /** Checks permission and function, and runs nothing. */
    public void prime() {
        invoke(InvocationType.DRY_RUN, "none");
    }

    private int invoke(InvocationType type, String callId) {
        String event =
                JsonNodeFactory.instance.objectNode().put("callId", callId).toString();
        try {
            return lambda.invoke(request -> request.functionName(functionArn)
                            .invocationType(type)
                            .payload(SdkBytes.fromUtf8String(event)))
                    .statusCode();
        } catch (SdkException e) {
            throw new RingerException("the push function was not invoked", e);
        }
    }
}
