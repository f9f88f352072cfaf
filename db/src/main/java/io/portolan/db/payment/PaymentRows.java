package io.portolan.db.payment;

import io.portolan.db.column.Columns;
import io.portolan.db.generated.tables.records.PaymentRecord;
import io.portolan.domain.bank.NostroAccount;
import io.portolan.domain.bank.Reason;
import io.portolan.domain.corridor.Route;
import io.portolan.domain.fx.FirmRate;
import io.portolan.domain.fx.Price;
import io.portolan.domain.money.Money;
import io.portolan.domain.payment.Order;
import io.portolan.domain.payment.Parking;
import io.portolan.domain.payment.Payment;
import io.portolan.domain.payment.PaymentState;
import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The row of the payment itself: what is written once, what changes, and how it is read. */
final class PaymentRows {
    private PaymentRows() {}

    static PaymentRecord fullRow(Payment payment) {
        PaymentRecord row = changeableColumns(payment);
        row.setId(payment.id());
        row.setMerchantId(payment.merchant());
        row.setCreatedAt(payment.createdAt());
        setOrder(row, payment.order());
        setRoute(row, payment.route());
        return row;
    }

    /** The columns that a change may change. */
    static PaymentRecord changeableColumns(Payment payment) {
        PaymentRecord row = new PaymentRecord();
        setPrice(row, payment.price());
        setState(row, payment.state());
        row.setUpdatedAt(payment.updatedAt());
        return row;
    }

    static Price priceOf(PaymentRecord row) {
        Money source = new Money(row.getSourceCurrency(), row.getSourceAmount());
        Money fee = new Money(row.getSourceCurrency(), row.getFeeAmount());
        Money destination = new Money(row.getDestinationCurrency(), row.getDestinationAmount());
        FirmRate firm = Columns.firmRate(
                source.minus(fee), destination, row.getRate(), row.getDealerQuote(), row.getRateExpiresAt());
        return new Price(source, fee, firm);
    }

    static Route routeOf(PaymentRecord row) {
        return new Route(
                row.getFundingMode(),
                row.getLossBearer(),
                new NostroAccount(
                        row.getCollectionAccountBank(),
                        row.getCollectionAccountNumber(),
                        row.getCollectionAccountCurrency()),
                new NostroAccount(
                        row.getDealerSourceAccountBank(),
                        row.getDealerSourceAccountNumber(),
                        row.getDealerSourceAccountCurrency()),
                new NostroAccount(
                        row.getDealerDestinationAccountBank(),
                        row.getDealerDestinationAccountNumber(),
                        row.getDealerDestinationAccountCurrency()));
    }

    static @Nullable Parking parkingOf(PaymentRecord row) {
        Reason reason =
                Columns.reason(row.getParkingReasonCode(), row.getParkingReasonDetail(), row.getParkingReasonRemedy());
        return row.getParkingStep() == null
                ? null
                : new Parking(
                        row.getParkingStep(),
                        Objects.requireNonNull(reason),
                        row.getParkedAt(),
                        row.getParkingDeadlineAt());
    }

    static @Nullable Reason reasonOf(PaymentRecord row) {
        return Columns.reason(row.getReasonCode(), row.getReasonDetail(), row.getReasonRemedy());
    }

    private static void setOrder(PaymentRecord row, Order order) {
        row.setOrderReference(order.reference());
        row.setQuoteId(order.quote());
        row.setMaxSlippageBasisPoints(order.maxSlippageBasisPoints());
        row.setPurpose(order.purpose());
    }

    private static void setRoute(PaymentRecord row, Route route) {
        row.setFundingMode(route.funding());
        row.setLossBearer(route.lossBearer());
        row.setCollectionAccountBank(route.collection().bank());
        row.setCollectionAccountNumber(route.collection().number());
        row.setCollectionAccountCurrency(route.collection().currency());
        row.setDealerSourceAccountBank(route.dealerSource().bank());
        row.setDealerSourceAccountNumber(route.dealerSource().number());
        row.setDealerSourceAccountCurrency(route.dealerSource().currency());
        row.setDealerDestinationAccountBank(route.dealerDestination().bank());
        row.setDealerDestinationAccountNumber(route.dealerDestination().number());
        row.setDealerDestinationAccountCurrency(route.dealerDestination().currency());
    }

    private static void setPrice(PaymentRecord row, Price price) {
        FirmRate firm = price.firmRate();
        row.setSourceCurrency(price.source().currency());
        row.setSourceAmount(price.source().minorUnits());
        row.setFeeAmount(price.fee().minorUnits());
        row.setDestinationCurrency(firm.buy().currency());
        row.setDestinationAmount(firm.buy().minorUnits());
        row.setRate(Columns.decimal(firm.rate()));
        row.setDealerQuote(firm.dealerQuote());
        row.setRateExpiresAt(firm.expiresAt());
    }

    private static void setState(PaymentRecord row, PaymentState state) {
        row.setStage(state.stage());
        row.setCancelRequestedAt(state.cancelRequestedAt());
        Reason reason = state.reason();
        row.setReasonCode(reason == null ? null : reason.code());
        row.setReasonDetail(reason == null ? null : reason.detail());
        row.setReasonRemedy(reason == null ? null : reason.remedy());
        setParking(row, state.parking());
    }

    private static void setParking(PaymentRecord row, @Nullable Parking parking) {
        row.setParkingStep(parking == null ? null : parking.step());
        row.setParkingReasonCode(parking == null ? null : parking.reason().code());
        row.setParkingReasonDetail(parking == null ? null : parking.reason().detail());
        row.setParkingReasonRemedy(parking == null ? null : parking.reason().remedy());
        row.setParkedAt(parking == null ? null : parking.parkedAt());
        Instant deadline = parking == null ? null : parking.deadlineAt();
        row.setParkingDeadlineAt(deadline);
    }
}
