package dev.ringback.local.appsync.api;

import dev.ringback.local.aws.AwsCall;
import dev.ringback.local.aws.AwsFailure;
import dev.ringback.local.aws.AwsService;
import dev.ringback.local.http.HttpAnswer;

/** GraphQL requests that are signed, which the gateway takes for calls of an AWS API. */
public final class AppSyncService implements AwsService {
    private final AppSyncApis apis;

    public AppSyncService(AppSyncApis apis) {
        this.apis = apis;
    }

    @Override
    public String signingName() {
        return "appsync";
    }

    @Override
    public HttpAnswer answer(AwsCall call) {
        String path = call.http().path();
        if (!path.startsWith(AppSyncApis.PREFIX + "/")) {
            throw new AwsFailure(404, "UnknownOperationException", "The local runtime has no such call of AppSync.");
        }
        return apis.answer(call.http().withPath(path.substring(AppSyncApis.PREFIX.length())));
    }
}
