package io.portolan.simulators.store;

/** What to do inside one transaction. It must not wait for anything: others share the commit. */
@FunctionalInterface
public interface TransactionBody<T> {

    T run(Sql sql);
}
