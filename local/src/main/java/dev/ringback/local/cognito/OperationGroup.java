package dev.ringback.local.cognito;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.ringback.local.aws.AwsCall;
import java.util.Map;

/** Operations of the Cognito API that belong together, by name. */
interface OperationGroup {
    Map<String, Operation> operations();

    /** One operation; refuses by throwing. */
    interface Operation {
        ObjectNode run(Input input, AwsCall call);
    }
}
