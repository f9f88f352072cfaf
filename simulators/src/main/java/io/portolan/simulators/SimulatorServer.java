package io.portolan.simulators;

import io.portolan.simulators.bank.domestic.DomesticBank;
import io.portolan.simulators.bank.international.InternationalBank;
import io.portolan.simulators.callback.CallbackSender;
import io.portolan.simulators.fxdealer.FxDealer;
import io.portolan.simulators.http.HttpFrontEnd;
import io.portolan.simulators.instruction.lifecycle.DueTaskRunner;
import io.portolan.simulators.instruction.lifecycle.InstructionIntake;
import io.portolan.simulators.instruction.lifecycle.Lifecycle;
import io.portolan.simulators.instruction.lifecycle.Repositories;
import io.portolan.simulators.settings.LiveSettings;
import io.portolan.simulators.signature.Credentials;
import io.portolan.simulators.store.Store;
import java.time.Duration;
import java.time.InstantSource;
import java.util.stream.Stream;

/** The outside world, running: two banks and a dealer that share one store and one clock. */
public final class SimulatorServer implements AutoCloseable {

    private static final Duration PAUSE_BETWEEN_RUNS = Duration.ofMillis(10);

    private final Store store;
    private final CallbackSender callbackSender;
    private final PeriodicTask dueTaskRuns;
    private final PeriodicTask callbackDelivery;
    private final HttpFrontEnd http;

    private SimulatorServer(Store store, Options options, Credentials keys) {
        var clock = InstantSource.system();
        var books = Repositories.create();
        var settings = new LiveSettings(store, options.settings());
        store.write(sql -> books.accounts().open(sql, options.openingBalances()));
        var counterparties = new Counterparties(
                new DomesticBank(keys, books, clock),
                new InternationalBank(keys, books, settings::current, clock),
                new FxDealer(store, keys, books, settings::current, clock));
        var lifecycle = new Lifecycle(books, counterparties, settings::current, clock);
        this.store = store;
        this.callbackSender = new CallbackSender(store, books.outbox(), counterparties::signer, clock);
        var desk = new InstructionIntake(store, lifecycle, books, callbackSender);
        this.http = HttpFrontEnd.open(
                options.port(),
                Stream.concat(new ControlEndpoints(settings).routes().stream(), counterparties.routes(desk))
                        .toList());
        this.dueTaskRuns =
                PeriodicTask.start("clockwork", PAUSE_BETWEEN_RUNS, new DueTaskRunner(store, lifecycle, clock)::runDue);
        this.callbackDelivery = PeriodicTask.start("post", PAUSE_BETWEEN_RUNS, callbackSender::sendDue);
    }

    /** Opens the store, listens, and carries on with what was under way. Fails if the port or the file cannot be had. */
    static SimulatorServer start(Options options, Credentials keys) {
        var store = Store.open(options.store());
        try {
            return new SimulatorServer(store, options, keys);
        } catch (RuntimeException failure) {
            store.close();
            throw failure;
        }
    }

    /** Starts as the command line would, inside the calling process; for tests that want no second one. */
    public static SimulatorServer start(String... arguments) {
        try {
            var options = Options.parse(arguments);
            return start(options, options.credentials());
        } catch (InvalidOption e) {
            throw new IllegalArgumentException(e.reason(), e);
        }
    }

    /** The port that it listens on, on the loopback alone. */
    public int port() {
        return http.port();
    }

    @Override
    public void close() {
        http.close();
        dueTaskRuns.close();
        callbackDelivery.close();
        callbackSender.close();
        store.close();
    }
}
