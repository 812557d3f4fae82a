package dev.ringback.infra.calling;

import dev.ringback.actionkit.Need;
import dev.ringback.infra.action.OwnFunction;
import dev.ringback.infra.action.Provision;
import dev.ringback.infra.environment.Settings;
import dev.ringback.infra.function.FunctionCode;
import dev.ringback.infra.function.JavaFunction;
import java.util.Set;
import software.amazon.awscdk.services.lambda.Alias;
import software.constructs.Construct;

/** The functions that run actions: call-api, and one each for those that ask for it. Each may do what its actions need. */
record ActionFunctions(Construct scope, CallingStack.Props props, Provisions provisions) {
    private static final String HANDLER = "dev.ringback.callapi.CallApiHandler::handleRequest";

    Alias shared(String id) {
        return function(
                id,
                props.functions().callApi(),
                props.functions().actions().sharedNeeds(),
                "Answers the requests of the apps");
    }

    Alias own(OwnFunction own) {
        return function(
                own.constructId(),
                own.code(),
                own.manifest().needs(),
                "Answers " + own.manifest().action());
    }

    private Alias function(String id, FunctionCode code, Set<Need> needs, String description) {
        Settings settings = props.settings();
        Provision provision = provisions.of(needs);
        return new JavaFunction(
                        scope,
                        id,
                        new JavaFunction.Props(
                                settings,
                                code,
                                HANDLER,
                                description,
                                settings.callApi().memoryMb(),
                                settings.callApi().timeoutSeconds(),
                                provision.variables(),
                                provision.permissions()))
                .live();
    }
}
