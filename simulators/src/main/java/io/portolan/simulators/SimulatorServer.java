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

/** The running simulators: two banks and the dealers on one store and one clock. */
public final class SimulatorServer implements AutoCloseable {

    private static final Duration PAUSE_BETWEEN_RUNS = Duration.ofMillis(10);

    private final Store store;
    private final CallbackSender callbackSender;
    private final PeriodicTask dueTaskRuns;
    private final PeriodicTask callbackDelivery;
    private final HttpFrontEnd http;

    private SimulatorServer(Store store, Options options, Credentials credentials) {
        var clock = InstantSource.system();
        var repositories = Repositories.create();
        var settings = new LiveSettings(store, options.settings());
        store.write(sql -> repositories.accounts().open(sql, options.openingBalances()));
        var counterparties = new Counterparties(
                new DomesticBank(credentials, repositories, clock),
                new InternationalBank(credentials, repositories, settings::current, clock),
                FxDealer.openAll(store, credentials, repositories, settings::current, clock));
        var lifecycle = new Lifecycle(repositories, counterparties, settings::current, clock);
        this.store = store;
        this.callbackSender = new CallbackSender(store, repositories.outbox(), counterparties::signer, clock);
        var intake = new InstructionIntake(store, lifecycle, repositories, callbackSender);
        this.http = HttpFrontEnd.open(
                options.port(),
                Stream.concat(new ControlEndpoints(settings).routes().stream(), counterparties.routes(intake))
                        .toList());
        this.dueTaskRuns =
                PeriodicTask.start("due-tasks", PAUSE_BETWEEN_RUNS, new DueTaskRunner(store, lifecycle, clock)::runDue);
        this.callbackDelivery = PeriodicTask.start("callback-delivery", PAUSE_BETWEEN_RUNS, callbackSender::sendDue);
    }

    /**
     * Opens the store, listens, and resumes all open tasks. Fails if the port is taken or the file cannot be opened.
     */
    static SimulatorServer start(Options options, Credentials credentials) {
        var store = Store.open(options.store());
        try {
            return new SimulatorServer(store, options, credentials);
        } catch (RuntimeException failure) {
            store.close();
            throw failure;
        }
    }

    /** Starts with the arguments of the command line, but inside the calling process; for tests. */
    public static SimulatorServer start(String... arguments) {
        try {
            var options = Options.parse(arguments);
            return start(options, options.credentials());
        } catch (InvalidOption e) {
            throw new IllegalArgumentException(e.reason(), e);
        }
    }

    /** The port on the loopback interface. */
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
