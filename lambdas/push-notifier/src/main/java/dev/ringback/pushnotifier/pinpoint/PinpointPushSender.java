package dev.ringback.pushnotifier.pinpoint;

import dev.ringback.calling.Together;
import dev.ringback.pushnotifier.push.Address;
import dev.ringback.pushnotifier.push.Push;
import dev.ringback.pushnotifier.push.PushOutcome;
import dev.ringback.pushnotifier.push.PushSender;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.function.Function;
import java.util.stream.Collectors;
import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.services.pinpoint.PinpointClient;
import software.amazon.awssdk.services.pinpoint.model.MessageResult;
import software.amazon.awssdk.services.pinpoint.model.PinpointException;

/** Sends through Pinpoint's {@code SendMessages}. */
public final class PinpointPushSender implements PushSender {
    private final PinpointClient pinpoint;
    private final String applicationId;
    private final Batches batches;

    public PinpointPushSender(PinpointClient pinpoint, String applicationId, String deepLink) {
        this.pinpoint = pinpoint;
        this.applicationId = applicationId;
        this.batches = new Batches(new Messages(new Payloads(new DeepLink(deepLink))));
    }

    @Override
    public Map<Address, PushOutcome> send(List<Address> addresses, Push push) {
        Batches.Composed composed = batches.of(addresses, push);
        Map<Address, PushOutcome> outcomes = new HashMap<>();
        composed.unsendable().forEach((address, why) -> outcomes.put(address, new PushOutcome.Misconfigured(why)));
        List<Callable<Map<Address, PushOutcome>>> requests = composed.batches().stream()
                .<Callable<Map<Address, PushOutcome>>>map(batch -> () -> send(batch))
                .toList();
        Together.run(requests).forEach(answer -> outcomes.putAll(answer.orThrow()));
        return outcomes;
    }

    private Map<Address, PushOutcome> send(Batch batch) {
        try {
            Map<String, MessageResult> results = pinpoint.sendMessages(
                            send -> send.applicationId(applicationId).messageRequest(batch.request()))
                    .messageResponse()
                    .result();
            return outcomes(batch, address -> Deliveries.outcome(results.get(address.token()), address.token()));
        } catch (PinpointException e) {
            return outcomes(batch, _ -> Deliveries.outcome(e));
        } catch (SdkClientException e) {
            return outcomes(batch, _ -> new PushOutcome.Unanswered("Pinpoint did not answer"));
        }
    }

    private static Map<Address, PushOutcome> outcomes(Batch batch, Function<Address, PushOutcome> outcome) {
        return batch.addresses().stream().collect(Collectors.toMap(Function.identity(), outcome));
    }
}
