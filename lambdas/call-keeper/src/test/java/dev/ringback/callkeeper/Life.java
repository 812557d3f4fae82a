package dev.ringback.callkeeper;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.util.concurrent.atomic.AtomicInteger;

/** The life of a process, which may end at any of its requests to the world: before it is sent, or with its answer lost. */
final class Life {
    private static final int WITHOUT_END = Integer.MAX_VALUE;

    private final AtomicInteger halfSteps = new AtomicInteger(WITHOUT_END);

    /** The process is gone: nothing after this was done by it. */
    static final class Over extends Error {
        private static final long serialVersionUID = 1L;

        Over() {
            super("the process has ended");
        }
    }

    /** A new process, without an end. */
    void begin() {
        halfSteps.set(WITHOUT_END);
    }

    /** A new process that ends after so many half requests: at an odd one its request is carried out and the answer lost. */
    void beginFor(int half) {
        halfSteps.set(half);
    }

    boolean isOver() {
        return halfSteps.get() <= 0;
    }

    /** The port, as long as the process lives. */
    <T> T mortal(Class<T> port, T real) {
        return port.cast(Proxy.newProxyInstance(
                port.getClassLoader(), new Class<?>[] {port}, (_, method, arguments) -> {
                    step();
                    try {
                        Object answer = method.invoke(real, arguments);
                        step();
                        return answer;
                    } catch (InvocationTargetException e) {
                        throw e.getCause();
                    }
                }));
    }

    private void step() {
        if (halfSteps.updateAndGet(left -> left == WITHOUT_END ? left : Math.max(0, left - 1)) == 0) {
            throw new Over();
        }
    }
}
