package io.portolan.console.payment;

import io.portolan.console.text.AmountText;
import io.portolan.console.text.Badge;
import io.portolan.console.text.MovementNames;
import io.portolan.console.text.Timestamp;
import io.portolan.console.text.Tone;
import io.portolan.domain.bank.NostroAccount;
import io.portolan.domain.corridor.LossBearer;
import io.portolan.domain.instruction.Instruction;
import io.portolan.domain.payment.Payment;
import io.portolan.domain.plan.Movement;
import io.portolan.domain.plan.Plan;
import io.portolan.domain.plan.PlannedEntry;
import io.portolan.domain.plan.Terms;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One movement of a plan: what it moves between which accounts, at which rate, and how far it is.
 *
 * @param from where the money comes from, by name; of a trade, what is sold
 * @param rate with what it buys and of whom; empty of all but trades
 * @param expiresAt when the rate lapses; null of all but trades
 * @param tolerance how far a new rate may differ; empty where none may
 * @param bearer who bears what it costs
 * @param newest the key of its newest instruction; empty if it was not begun
 */
record MovementView(
        int number,
        String title,
        AmountText amount,
        String from,
        String into,
        String rate,
        @Nullable Timestamp expiresAt,
        String tolerance,
        String bearer,
        Badge state,
        String newest,
        List<EntryView> entries) {

    static MovementView of(Payment payment, Plan plan, Movement movement, Instant now) {
        Optional<Instruction> latest = payment.latest(plan, movement);
        return new MovementView(
                movement.number(),
                MovementNames.title(movement.kind()),
                AmountText.of(movement.amount()),
                fromOf(movement.terms()),
                intoOf(movement.terms()),
                movement.terms() instanceof Terms.Trade trade ? rateOf(trade) : "",
                movement.terms() instanceof Terms.Trade trade
                        ? new Timestamp(trade.rate().expiresAt(), now)
                        : null,
                movement.toleranceBasisPoints() == 0
                        ? ""
                        : "A new rate may give up to %d basis points less.".formatted(movement.toleranceBasisPoints()),
                bearerOf(movement.bearer()),
                latest.map(Instruction::booking).map(Badge::of).orElseGet(() -> new Badge("Not started", Tone.NEUTRAL)),
                latest.map(instruction -> instruction.key().value()).orElse(""),
                movement.entries().stream().map(MovementView::entryOf).toList());
    }

    private static EntryView entryOf(PlannedEntry planned) {
        String occasion = occasionOf(planned);
        boolean plain = planned.name().equalsIgnoreCase(planned.occasion().name());
        return EntryView.ofPlanned(plain ? occasion : occasion + ": " + planned.name(), planned.postings());
    }

    private static String occasionOf(PlannedEntry planned) {
        return switch (planned.occasion()) {
            case INSTRUCTED -> "When begun";
            case BOOKED -> "When booked";
            case SETTLED -> "When settled";
            case REJECTED -> "If rejected";
            case RETRIED -> "If tried again after a rejection";
        };
    }

    private static String rateOf(Terms.Trade trade) {
        return "%s for %s at %s, with %s"
                .formatted(
                        AmountText.format(trade.rate().sell()),
                        AmountText.format(trade.rate().buy()),
                        trade.rate().rate().toDecimalString(),
                        trade.dealer());
    }

    private static String bearerOf(LossBearer bearer) {
        return switch (bearer) {
            case HOUSE -> "The house bears its cost.";
            case MERCHANT -> "The merchant bears its cost.";
            case BUYER -> "The buyer bears its cost.";
        };
    }

    private static String fromOf(Terms terms) {
        return switch (terms) {
            case Terms.Collection _ -> "the buyer";
            case Terms.OwnTransfer transfer -> nameOf(transfer.from());
            case Terms.Trade trade -> nameOf(trade.sold());
            case Terms.Payout payout -> nameOf(payout.from());
            case Terms.Refund refund -> nameOf(refund.from());
        };
    }

    private static String intoOf(Terms terms) {
        return switch (terms) {
            case Terms.Collection collection -> nameOf(collection.into());
            case Terms.OwnTransfer transfer -> nameOf(transfer.into());
            case Terms.Trade trade -> nameOf(trade.bought());
            case Terms.Payout payout -> "the seller " + payout.payee().maskedName();
            case Terms.Refund _ -> "the buyer";
        };
    }

    private static String nameOf(NostroAccount account) {
        return "our %s account %s at bank %s".formatted(account.currency(), account.number(), account.bank());
    }
}
