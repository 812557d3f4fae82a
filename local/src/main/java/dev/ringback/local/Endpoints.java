package dev.ringback.local;

/**
 * Where things are, for apps, tests and people. What the stacks do not have is an empty text.
 *
 * @param apiUrl takes the apps' requests
 * @param awsEndpoint for AWS SDKs and the AWS command line
 * @param cognitoEndpoint for signing up and in
 * @param inboxUrl lists pushes and mails
 * @param eventsUrl lists what the event buses got
 * @param bandwidthUrl the media provider's stand-in
 * @param graphqlUrl takes the apps' queries and mutations
 * @param graphqlRealtimeUrl takes their subscriptions
 * @param graphqlTlsUrl takes the apps' GraphQL requests with TLS, and with {@code /realtime} behind it their
 *     subscriptions
 * @param caCertificate the file of the certificate to trust for that
 * @param tryUrl a page to try the API with
 */
public record Endpoints(
        String apiUrl,
        String awsEndpoint,
        String region,
        String userPoolId,
        String userPoolClientId,
        String cognitoEndpoint,
        String inboxUrl,
        String eventsUrl,
        String bandwidthUrl,
        String graphqlUrl,
        String graphqlRealtimeUrl,
        String graphqlTlsUrl,
        String caCertificate,
        String tryUrl) {}
