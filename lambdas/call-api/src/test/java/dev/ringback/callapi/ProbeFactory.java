package dev.ringback.callapi;

import dev.ringback.actionkit.Action;
import dev.ringback.actionkit.ActionFactory;
import dev.ringback.actionkit.Caller;
import dev.ringback.actionkit.ErrorCode;
import dev.ringback.actionkit.Ports;
import dev.ringback.actionkit.Result;
import dev.ringback.calling.ContendedException;
import dev.ringback.calling.Pause;
import dev.ringback.calling.aws.AwsClients;
import dev.ringback.calling.call.CallAnswering;
import dev.ringback.calling.call.CallDeclining;
import dev.ringback.calling.call.CallEnding;
import dev.ringback.calling.call.CallHistory;
import dev.ringback.calling.call.CallStore;
import dev.ringback.calling.call.CallTimes;
import dev.ringback.calling.call.RingTimer;
import dev.ringback.calling.call.Ringer;
import dev.ringback.calling.device.DeviceRetention;
import dev.ringback.calling.device.DeviceStore;
import dev.ringback.calling.media.MediaProvider;
import dev.ringback.calling.person.People;
import dev.ringback.functionkit.Environment;
import dev.ringback.telemetry.Telemetry;
import java.time.Clock;
import java.util.List;

/** An action that asks for every port and answers as it is told. */
public final class ProbeFactory implements ActionFactory {
    record ProbeRequest(String say) {}

    record ProbeAnswer(String said, String by) {}

    @Override
    public Action<?, ?> create(Ports ports) {
        List.of(
                        DeviceStore.class,
                        DeviceRetention.class,
                        CallStore.class,
                        CallHistory.class,
                        MediaProvider.class,
                        Ringer.class,
                        RingTimer.class,
                        CallEnding.class,
                        CallAnswering.class,
                        CallDeclining.class,
                        People.class,
                        AwsClients.class,
                        Environment.class,
                        CallTimes.class,
                        Clock.class,
                        Pause.class,
                        Telemetry.class)
                .forEach(ports::get);
        return new Probe();
    }

    private static final class Probe implements Action<ProbeRequest, ProbeAnswer> {
        @Override
        public String name() {
            return "probe";
        }

        @Override
        public Class<ProbeRequest> requestType() {
            return ProbeRequest.class;
        }

        @Override
        public Result<ProbeAnswer> handle(Caller caller, ProbeRequest request) {
            return switch (request.say()) {
                case "throw" -> throw new IllegalStateException("secret of the database");
                case "contend" -> throw new ContendedException("others are writing", null);
                case "refuse" -> Result.refuse(ErrorCode.BUSY, "The callee is in another call.");
                case "undeclared" -> Result.refuse(ErrorCode.CALL_NOT_FOUND, "There is no such call.");
                case "over" -> Result.refuse(ErrorCode.CALL_DECLINED, "The call is over.");
                default -> Result.answer(new ProbeAnswer(request.say(), caller.sub()));
            };
        }
    }
}
