package io.portolan.app.demo.shop;

import io.portolan.app.demo.orders.DemoOrder;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Sends orders through a shop and watches them until each has come to its end. */
public final class OrderRun {
    private static final Duration POLL_INTERVAL = Duration.ofMillis(400);

    private final Shop shop;
    private final Screen screen;
    private final CompletableFuture<Void> abort;

    /** @param broken completes exceptionally when there is no point in going on */
    public OrderRun(Shop shop, Screen screen, CompletableFuture<Void> broken) {
        this.shop = shop;
        this.screen = screen;
        this.abort = broken;
    }

    /**
     * Sends all, and watches.
     *
     * @param longestStandstill how long to wait while nothing changes at all
     * @throws ExecutionException when the run was broken off, with the cause of that
     */
    public Report run(List<DemoOrder> orders, Duration longestStandstill)
            throws ShopFailed, InterruptedException, ExecutionException {
        var board = new TrackedOrders(orders);
        shop.send(board);
        long changedAt = System.nanoTime();
        List<TrackedOrder> shown = board.all();
        while (!board.isDone() && System.nanoTime() - changedAt < longestStandstill.toNanos()) {
            pause();
            board.update(shop.payments());
            List<TrackedOrder> now = board.all();
            if (!now.equals(shown)) {
                changedAt = System.nanoTime();
                shown = now;
            }
            screen.show(now);
        }
        return Report.of(board.all());
    }

    private void pause() throws InterruptedException, ExecutionException {
        try {
            abort.get(POLL_INTERVAL.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException stillGoing) {
            // The usual case: nothing broke while we waited.
        }
    }
}
