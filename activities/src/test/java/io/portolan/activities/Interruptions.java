package io.portolan.activities;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import org.jspecify.annotations.Nullable;

/** What happens around the calls of ports: time passes, somebody else acts, or the worker dies. Nothing unless it is said. */
public final class Interruptions {
    /** When it happens. */
    public enum Moment {
        BEFORE,
        AFTER
    }

    /** Hears of every call, such as {@code CollectionBank.inquire}. */
    @FunctionalInterface
    public interface Interruption {
        void at(Moment moment, String call);
    }

    /** The worker died here. */
    public static final class WorkerDied extends RuntimeException {
        private static final long serialVersionUID = 1L;

        public WorkerDied(String where) {
            super("the worker died " + where);
        }
    }

    private volatile Interruption interruption = (_, _) -> {};

    public void set(Interruption happening) {
        interruption = happening;
    }

    /** From now on nothing happens. */
    public void clear() {
        interruption = (_, _) -> {};
    }

    <T> T around(Class<T> port, T real) {
        Object proxy = Proxy.newProxyInstance(
                port.getClassLoader(),
                new Class<?>[] {port},
                (_, method, arguments) -> call(port.getSimpleName(), real, method, arguments));
        return port.cast(proxy);
    }

    private @Nullable Object call(String port, Object real, Method method, Object @Nullable [] arguments)
            throws Throwable {
        String name = port + "." + method.getName();
        interruption.at(Moment.BEFORE, name);
        try {
            Object answer = method.invoke(real, arguments);
            interruption.at(Moment.AFTER, name);
            return answer;
        } catch (InvocationTargetException e) {
            throw e.getCause();
        }
    }
}
