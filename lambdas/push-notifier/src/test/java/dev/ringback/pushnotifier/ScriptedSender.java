package dev.ringback.pushnotifier;

import dev.ringback.calling.device.NotifyType;
import dev.ringback.pushnotifier.push.CallPush;
import dev.ringback.pushnotifier.push.PushOutcome;
import dev.ringback.pushnotifier.push.PushSender;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

/** Answers as told, and with acceptance after that. */
final class ScriptedSender implements PushSender {
    record Sent(NotifyType channel, String deviceToken, CallPush push) {}

    final List<Sent> sent = new ArrayList<>();
    private final Deque<PushOutcome> next = new ArrayDeque<>();

    void answer(PushOutcome... outcomes) {
        next.addAll(List.of(outcomes));
    }

    @Override
    public PushOutcome send(NotifyType channel, String deviceToken, CallPush push) {
        sent.add(new Sent(channel, deviceToken, push));
        return next.isEmpty() ? new PushOutcome.Accepted("SUCCESSFUL 200") : next.poll();
    }
}
