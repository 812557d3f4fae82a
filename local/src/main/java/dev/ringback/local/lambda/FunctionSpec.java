package dev.ringback.local.lambda;

import dev.ringback.local.iam.Principal;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;

/**
 * A version of a function, as its template declares it.
 *
 * @param label what its lines on the console begin with
 * @param version {@code $LATEST} or the number of a published version
 * @param taskRoot the folder with the function's code, in the layout of Lambda's zip files
 * @param principal the session of the function's role
 * @param snapStart whether instances start from a snapshot of an initialized function
 * @param logFormat {@code Text} or {@code JSON}
 * @param mostInstances how many events it may handle at a time
 */
record FunctionSpec(
        String name,
        String arn,
        String label,
        String version,
        String handler,
        Path taskRoot,
        int memoryMb,
        Duration timeout,
        Map<String, String> environment,
        Principal principal,
        boolean snapStart,
        String logGroup,
        String logFormat,
        int mostInstances) {

    FunctionSpec published(String number, boolean fromSnapshot) {
        return new FunctionSpec(
                name,
                arn,
                label,
                number,
                handler,
                taskRoot,
                memoryMb,
                timeout,
                environment,
                principal,
                fromSnapshot,
                logGroup,
                logFormat,
                mostInstances);
    }
}
