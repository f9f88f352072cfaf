package io.portolan.demo;

import io.portolan.demo.orders.DemoOrder;
import io.portolan.demo.screen.Report;
import io.portolan.demo.screen.Screen;
import io.portolan.demo.shop.Shop;
import io.portolan.demo.shop.ShopFailed;
import io.portolan.demo.shop.TrackedOrder;
import io.portolan.demo.shop.TrackedOrders;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Sends orders through a shop and watches them until each has ended. */
final class OrderRun {
    private static final Duration POLL_INTERVAL = Duration.ofMillis(400);

    private final Shop shop;
    private final Screen screen;
    private final CompletableFuture<Void> abort;

    /** @param abort completes exceptionally when there is no point in continuing */
    OrderRun(Shop shop, Screen screen, CompletableFuture<Void> abort) {
        this.shop = shop;
        this.screen = screen;
        this.abort = abort;
    }

    /**
     * Sends all, and watches.
     *
     * @param stallTimeout how long to wait while nothing changes at all
     * @throws ExecutionException when the run was aborted, with the cause of that
     */
    Report run(List<DemoOrder> orders, Duration stallTimeout)
            throws ShopFailed, InterruptedException, ExecutionException {
        var tracked = new TrackedOrders(orders);
        shop.send(tracked);
        long changedAt = System.nanoTime();
        List<TrackedOrder> shown = tracked.all();
        while (!tracked.isDone() && System.nanoTime() - changedAt < stallTimeout.toNanos()) {
            pause();
            tracked.update(shop.payments());
            List<TrackedOrder> now = tracked.all();
            if (!now.equals(shown)) {
                changedAt = System.nanoTime();
                shown = now;
            }
            screen.show(now);
        }
        return Report.of(tracked.all());
    }

    private void pause() throws InterruptedException, ExecutionException {
        try {
            abort.get(POLL_INTERVAL.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException stillGoing) {
            // The usual case: nothing broke while we waited.
        }
    }
}
