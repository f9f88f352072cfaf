package io.portolan.db.payment;

import static io.portolan.db.generated.Tables.PAYMENT;

import io.portolan.db.column.AccountColumns;
import io.portolan.db.generated.tables.records.PaymentRecord;
import io.portolan.domain.corridor.Limits;
import io.portolan.domain.corridor.Route;
import java.time.Duration;
import java.util.List;

/** A payment's route in its row: dealers with a comma between them, times in milliseconds. */
final class RouteColumns {
    private static final AccountColumns COLLECTION = new AccountColumns(
            PAYMENT.COLLECTION_ACCOUNT_BANK, PAYMENT.COLLECTION_ACCOUNT_NUMBER, PAYMENT.COLLECTION_ACCOUNT_CURRENCY);
    private static final AccountColumns DEALER_SOURCE = new AccountColumns(
            PAYMENT.DEALER_SOURCE_ACCOUNT_BANK,
            PAYMENT.DEALER_SOURCE_ACCOUNT_NUMBER,
            PAYMENT.DEALER_SOURCE_ACCOUNT_CURRENCY);
    private static final AccountColumns DEALER_DESTINATION = new AccountColumns(
            PAYMENT.DEALER_DESTINATION_ACCOUNT_BANK,
            PAYMENT.DEALER_DESTINATION_ACCOUNT_NUMBER,
            PAYMENT.DEALER_DESTINATION_ACCOUNT_CURRENCY);

    private RouteColumns() {}

    /** @throws IllegalArgumentException if a dealer's name or a time would not be read back as it is */
    static void set(PaymentRecord row, Route route) {
        row.setFundingMode(route.funding());
        row.setLossBearer(route.lossBearer());
        row.setUnwindPolicy(route.unwindPolicy());
        COLLECTION.set(row, route.collection());
        DEALER_SOURCE.set(row, route.dealerSource());
        DEALER_DESTINATION.set(row, route.dealerDestination());
        row.setDealers(listOf(route.dealers()));
        Limits limits = route.limits();
        row.setSendingMillis(millisOf(limits.sending()));
        row.setHonouringMillis(millisOf(limits.honouring()));
        row.setCollectingMillis(millisOf(limits.collecting()));
        row.setConvertingMillis(millisOf(limits.converting()));
        row.setPayingOutMillis(millisOf(limits.payingOut()));
        row.setUnwindingMillis(millisOf(limits.unwinding()));
        row.setRepairMillis(millisOf(limits.repair()));
    }

    static Route get(PaymentRecord row) {
        Limits limits = new Limits(
                Duration.ofMillis(row.getSendingMillis()),
                Duration.ofMillis(row.getHonouringMillis()),
                Duration.ofMillis(row.getCollectingMillis()),
                Duration.ofMillis(row.getConvertingMillis()),
                Duration.ofMillis(row.getPayingOutMillis()),
                Duration.ofMillis(row.getUnwindingMillis()),
                Duration.ofMillis(row.getRepairMillis()));
        return new Route(
                row.getFundingMode(),
                row.getLossBearer(),
                row.getUnwindPolicy(),
                COLLECTION.require(row),
                DEALER_SOURCE.require(row),
                DEALER_DESTINATION.require(row),
                List.of(row.getDealers().split(",", -1)),
                limits);
    }

    private static String listOf(List<String> dealers) {
        if (dealers.stream().anyMatch(dealer -> dealer.contains(","))) {
            throw new IllegalArgumentException("a dealer's name has no comma: " + dealers);
        }
        return String.join(",", dealers);
    }

    private static long millisOf(Duration time) {
        if (time.toNanosPart() % 1_000_000 != 0) {
            throw new IllegalArgumentException("a time of a route is whole milliseconds, not " + time);
        }
        return time.toMillis();
    }
}
