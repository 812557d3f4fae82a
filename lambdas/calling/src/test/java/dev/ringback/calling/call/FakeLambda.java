package dev.ringback.calling.call;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Supplier;
import software.amazon.awssdk.services.lambda.LambdaClient;
import software.amazon.awssdk.services.lambda.model.InvokeRequest;
import software.amazon.awssdk.services.lambda.model.InvokeResponse;

/** Lambda that runs nothing and keeps what it was asked. */
public final class FakeLambda implements LambdaClient {
    public final List<InvokeRequest> requests = new CopyOnWriteArrayList<>();
    public volatile Supplier<Integer> status = () -> 202;

    @Override
    public InvokeResponse invoke(InvokeRequest request) {
        requests.add(request);
        return InvokeResponse.builder().statusCode(status.get()).build();
    }

    @Override
    public String serviceName() {
        return SERVICE_NAME;
    }

    @Override
    public void close() {}
}
