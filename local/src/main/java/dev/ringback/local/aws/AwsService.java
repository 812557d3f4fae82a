package dev.ringback.local.aws;

import dev.ringback.local.http.HttpAnswer;

/** One AWS service's API as the SDKs call it. Refuses by throwing {@link AwsFailure}. */
public interface AwsService {
    /** The service name in a SigV4 credential scope: {@code dynamodb}, {@code mobiletargeting}, {@code cognito-idp} … */
    String signingName();

    HttpAnswer answer(AwsCall call) throws Exception;
}
