package dev.ringback.operations.cloud;

import java.util.Optional;

/** CloudFormation's answers. */
final class Xml {
    private Xml() {}

    static String stack(String output, String value) {
        return """
                <DescribeStacksResponse xmlns="http://cloudformation.amazonaws.com/doc/2010-05-15/">
                  <DescribeStacksResult><Stacks><member>
                    <StackName>ringback-dev-Any</StackName>
                    <CreationTime>2026-11-01T10:00:00Z</CreationTime>
                    <StackStatus>UPDATE_COMPLETE</StackStatus>
                    <Outputs><member><OutputKey>%s</OutputKey><OutputValue>%s</OutputValue></member></Outputs>
                  </member></Stacks></DescribeStacksResult>
                  <ResponseMetadata><RequestId>1</RequestId></ResponseMetadata>
                </DescribeStacksResponse>""".formatted(output, value);
    }

    static String resources(Optional<String> next, String[]... resources) {
        StringBuilder members = new StringBuilder();
        for (String[] resource : resources) {
            members.append("""
                    <member><LogicalResourceId>%s</LogicalResourceId><ResourceType>%s</ResourceType>
                      <PhysicalResourceId>%s</PhysicalResourceId>
                      <ResourceStatus>CREATE_COMPLETE</ResourceStatus>
                      <LastUpdatedTimestamp>2026-11-01T10:00:00Z</LastUpdatedTimestamp></member>
                    """.formatted((Object[]) resource));
        }
        return """
                <ListStackResourcesResponse xmlns="http://cloudformation.amazonaws.com/doc/2010-05-15/">
                  <ListStackResourcesResult><StackResourceSummaries>%s</StackResourceSummaries>%s
                  </ListStackResourcesResult>
                </ListStackResourcesResponse>""".formatted(
                members,
                next.map(token -> "<NextToken>" + token + "</NextToken>").orElse(""));
    }

    static String refusal(String code, String message) {
        return """
                <ErrorResponse xmlns="http://cloudformation.amazonaws.com/doc/2010-05-15/">
                  <Error><Type>Sender</Type><Code>%s</Code><Message>%s</Message></Error><RequestId>1</RequestId>
                </ErrorResponse>""".formatted(code, message);
    }
}
