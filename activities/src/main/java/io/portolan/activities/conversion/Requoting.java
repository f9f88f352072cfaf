package io.portolan.activities.conversion;

import io.portolan.domain.bank.Reason;
import io.portolan.domain.fx.FirmRate;
import io.portolan.domain.fx.FxDesks;
import io.portolan.domain.fx.Price;
import io.portolan.domain.fx.Quote;
import io.portolan.domain.fx.Quotes;
import io.portolan.domain.fx.RateRequest;
import io.portolan.domain.fx.RateResponse;
import io.portolan.domain.ids.PaymentId;
import io.portolan.domain.ids.Step;
import io.portolan.domain.instruction.Instruction;
import io.portolan.domain.payment.Payment;
import io.portolan.domain.payment.Payments;
import io.portolan.domain.payment.Transitions;
import java.time.Clock;
import java.util.Optional;

/**
 * Replaces a firm rate that has lapsed by a new one, if the seller still gets enough. What is enough is measured by the quote that the merchant
 * accepted, not by the last of several rates, so slippage does not add up.
 */
public final class Requoting {
    private static final int MOST_ATTEMPTS = 4;

    private final Payments payments;
    private final Quotes quotes;
    private final FxDesks desks;
    private final Clock clock;

    public Requoting(Payments payments, Quotes quotes, FxDesks desks, Clock clock) {
        this.payments = payments;
        this.quotes = quotes;
        this.desks = desks;
        this.clock = clock;
    }

    /** Prepares another attempt of the rejected conversion; or says why there is none, at worst for the reason given. */
    Optional<Reason> requote(PaymentId id, Reason rejected) {
        Payment payment = payments.find(id).orElseThrow();
        Instruction last = payment.latest(Step.CONVERSION).orElseThrow();
        if (last.key().attempt() >= MOST_ATTEMPTS) {
            return Optional.of(rejected);
        }
        var request = new RateRequest.Selling(
                payment.price().net(),
                payment.price().destination().currency(),
                payment.order().reference());
        return switch (desks.at(payment.route().dealerSource().bank()).quote(request)) {
            case RateResponse.Offered(FirmRate rate) ->
                isTolerated(payment, rate) ? recordRequote(id, rate) : slippageExceeded(rate);
            case RateResponse.Rejected(Reason reason) -> Optional.of(reason);
            case RateResponse.Unavailable(String detail) -> throw RateUnavailable.failure(detail);
        };
    }

    private Optional<Reason> recordRequote(PaymentId id, FirmRate rate) {
        Payment after = payments.change(id, payment -> Transitions.requote(payment, rate, clock.instant()))
                .payment();
        return after.latest(Step.CONVERSION)
                .filter(Instruction::isRejected)
                .map(_ -> Reason.of("cancelled", "cancelled before a new rate was accepted"));
    }

    private boolean isTolerated(Payment payment, FirmRate rate) {
        Price now = payment.price();
        Price promised = quotes.find(payment.merchant(), payment.order().quote())
                .map(Quote::firmRate)
                .map(firm -> new Price(now.source(), now.fee(), firm))
                .orElse(now);
        return promised.tolerates(rate, payment.order().maxSlippageBasisPoints());
    }

    private static Optional<Reason> slippageExceeded(FirmRate rate) {
        return Optional.of(Reason.of("slippage_exceeded", "the new rate would give the seller " + rate.buy()));
    }
}
