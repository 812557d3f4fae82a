package dev.ringback.infra.calling;

import dev.ringback.infra.RingbackStack;
import dev.ringback.infra.data.DataStack;
import dev.ringback.infra.environment.Settings;
import dev.ringback.infra.function.FunctionCode;
import dev.ringback.infra.function.JavaFunction;
import dev.ringback.infra.function.Permission;
import dev.ringback.infra.identity.IdentityStack;
import java.util.List;
import java.util.Map;
import software.amazon.awscdk.services.iam.PolicyStatement;
import software.amazon.awscdk.services.lambda.Alias;
import software.constructs.Construct;

/** What sets up calls: the HTTP API and the function that answers it. */
public final class CallingStack extends RingbackStack {
    private final Props props;

    /** What this stack is built on. */
    public record Props(
            Settings settings, IdentityStack identity, DataStack data, Alias pushNotifier, FunctionCode code) {}

    public CallingStack(Construct scope, Props props) {
        super(scope, props.settings(), "Calling", "Call set-up of Ringback");
        this.props = props;
        CallApi api = new CallApi(
                this, "CallApi", props.settings(), props.identity(), function().live());
        output("ApiUrl", "Where apps POST their requests", api.url());
    }

    private JavaFunction function() {
        Settings settings = props.settings();
        return new JavaFunction(
                this,
                "CallApiFunction",
                new JavaFunction.Props(
                        settings,
                        props.code(),
                        "dev.ringback.callapi.CallApiHandler::handleRequest",
                        "Answers the requests of the apps",
                        settings.callApi().memoryMb(),
                        settings.callApi().timeoutSeconds(),
                        environment(),
                        permissions()));
    }

    private Map<String, String> environment() {
        Settings settings = props.settings();
        return Map.of(
                "ENVIRONMENT_NAME", settings.environment(),
                "DEVICE_INFO_TABLE", props.data().deviceInfo().getTableName(),
                "CALLS_TABLE", props.data().calls().getTableName(),
                "BANDWIDTH_SECRET_ARN", props.data().bandwidthSecretArn(),
                "PUSH_FUNCTION_ARN", props.pushNotifier().getFunctionArn(),
                "RING_SECONDS", Integer.toString(settings.calls().ringSeconds()),
                "CALL_LEASE_MINUTES", Integer.toString(settings.calls().leaseMinutes()));
    }

    private List<PolicyStatement> permissions() {
        return List.of(
                Permission.to("ReserveDevices")
                        .allow("dynamodb:DeleteItem", "dynamodb:GetItem", "dynamodb:PutItem", "dynamodb:UpdateItem")
                        .on(props.data().deviceInfo().getTableArn()),
                Permission.to("KeepCalls")
                        .allow("dynamodb:GetItem", "dynamodb:PutItem", "dynamodb:UpdateItem")
                        .on(props.data().calls().getTableArn()),
                Permission.to("ReadBandwidthSecret")
                        .allow("secretsmanager:GetSecretValue")
                        .on(props.data().bandwidthSecretArn()),
                Permission.to("StartPush")
                        .allow("lambda:InvokeFunction")
                        .on(props.pushNotifier().getFunctionArn()));
    }
}
