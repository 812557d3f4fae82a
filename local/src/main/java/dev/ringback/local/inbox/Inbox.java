package dev.ringback.local.inbox;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;

/** The pushes and mails that left the backend; only the latest of each are kept. */
public final class Inbox {
    static final int CAPACITY = 1000;

    private final Deque<Push> pushes = new ArrayDeque<>();
    private final Deque<Mail> mails = new ArrayDeque<>();

    public synchronized void add(Push push) {
        append(pushes, push);
    }

    public synchronized void add(Mail mail) {
        append(mails, mail);
    }

    /** The oldest first. */
    public synchronized List<Push> pushes() {
        return List.copyOf(pushes);
    }

    /** The oldest first. */
    public synchronized List<Mail> mails() {
        return List.copyOf(mails);
    }

    /** Throws away what was mailed to an address whose owner is gone. */
    public synchronized void forget(String address) {
        mails.removeIf(mail -> mail.address().equals(address));
    }

    public synchronized void clear() {
        pushes.clear();
        mails.clear();
    }

    private static <T> void append(Deque<T> queue, T item) {
        if (queue.size() == CAPACITY) {
            queue.removeFirst();
        }
        queue.addLast(item);
    }
}
