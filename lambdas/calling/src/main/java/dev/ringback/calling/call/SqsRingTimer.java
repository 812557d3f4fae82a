package dev.ringback.calling.call;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import software.amazon.awssdk.services.sqs.SqsClient;

/** A message that becomes visible when the ringing is over. */
public final class SqsRingTimer implements RingTimer {
    private static final long LONGEST_DELAY_SECONDS = 900;

    private final SqsClient sqs;
    private final String queueUrl;
    private final InstantSource clock;

    public SqsRingTimer(SqsClient sqs, String queueUrl, InstantSource clock) {
        this.sqs = sqs;
        this.queueUrl = queueUrl;
        this.clock = clock;
    }

    @Override
    public void start(String callId, Instant at) {
        String body =
                JsonNodeFactory.instance.objectNode().put("callId", callId).toString();
        sqs.sendMessage(send -> send.queueUrl(queueUrl).messageBody(body).delaySeconds(delay(at)));
    }

    /** In whole seconds, and rather late than early: a message that comes early has to come again. */
    private int delay(Instant at) {
        long millis = Duration.between(clock.instant(), at).toMillis();
        return (int) Math.clamp(Math.ceilDiv(millis, 1000L), 0, LONGEST_DELAY_SECONDS);
    }
}
