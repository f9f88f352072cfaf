package io.portolan.simulators;

import io.portolan.simulators.bank.domestic.DomesticBank;
import io.portolan.simulators.bank.international.InternationalBank;
import io.portolan.simulators.callback.Courier;
import io.portolan.simulators.front.Front;
import io.portolan.simulators.fxdealer.FxDealer;
import io.portolan.simulators.instruction.Books;
import io.portolan.simulators.instruction.Clockwork;
import io.portolan.simulators.instruction.Desk;
import io.portolan.simulators.instruction.Lifecycle;
import io.portolan.simulators.settings.LiveSettings;
import io.portolan.simulators.signature.Keys;
import io.portolan.simulators.store.Store;
import java.time.Duration;
import java.time.InstantSource;
import java.util.stream.Stream;

/** The outside world, running: two banks and a dealer that share one store and one clock. */
public final class World implements AutoCloseable {

    private static final Duration BETWEEN_STROKES = Duration.ofMillis(10);

    private final Store store;
    private final Courier courier;
    private final Pump clockwork;
    private final Pump post;
    private final Front front;

    private World(Store store, Options options, Keys keys) {
        var clock = InstantSource.system();
        var books = Books.create();
        var settings = new LiveSettings(store, options.settings());
        store.write(sql -> books.accounts().open(sql, options.openings()));
        var counterparties = new Counterparties(
                new DomesticBank(keys, books, clock),
                new InternationalBank(keys, books, settings::current, clock),
                new FxDealer(store, keys, books, settings::current, clock));
        var lifecycle = new Lifecycle(books, counterparties, settings::current, clock);
        this.store = store;
        this.courier = new Courier(store, books.outbox(), counterparties::seal, clock);
        var desk = new Desk(store, lifecycle, books, courier);
        this.front = Front.open(
                options.port(),
                Stream.concat(new ControlDesk(settings).routes().stream(), counterparties.routes(desk))
                        .toList());
        this.clockwork = Pump.start("clockwork", BETWEEN_STROKES, new Clockwork(store, lifecycle, clock)::tick);
        this.post = Pump.start("post", BETWEEN_STROKES, courier::setOut);
    }

    /** Opens the store, listens, and carries on with what was under way. Fails if the port or the file cannot be had. */
    static World start(Options options, Keys keys) {
        var store = Store.open(options.store());
        try {
            return new World(store, options, keys);
        } catch (RuntimeException failure) {
            store.close();
            throw failure;
        }
    }

    /** Starts as the command line would, inside the calling process; for tests that want no second one. */
    public static World start(String... arguments) {
        try {
            var options = Options.parse(arguments);
            return start(options, options.keys());
        } catch (BadOption e) {
            throw new IllegalArgumentException(e.why(), e);
        }
    }

    /** The port that it listens on, on the loopback alone. */
    public int port() {
        return front.port();
    }

    @Override
    public void close() {
        front.close();
        clockwork.close();
        post.close();
        courier.close();
        store.close();
    }
}
