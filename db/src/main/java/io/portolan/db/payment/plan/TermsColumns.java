package io.portolan.db.payment.plan;

import static io.portolan.db.generated.Tables.MOVEMENT;

import io.portolan.db.column.AccountColumns;
import io.portolan.db.column.MoneyColumns;
import io.portolan.db.column.PartyColumns;
import io.portolan.db.column.PartyColumns.AddressColumns;
import io.portolan.db.column.RateColumns;
import io.portolan.db.generated.tables.records.MovementRecord;
import io.portolan.domain.money.Money;
import io.portolan.domain.plan.Terms;
import java.util.Objects;

/** A movement's terms in its row. Which terms they are follows from the movement's kind: the table takes no others for it. */
final class TermsColumns {
    private static final MoneyColumns AMOUNT = new MoneyColumns(MOVEMENT.CURRENCY, MOVEMENT.AMOUNT);
    private static final AccountColumns FROM =
            new AccountColumns(MOVEMENT.FROM_BANK, MOVEMENT.FROM_NUMBER, MOVEMENT.FROM_CURRENCY);
    private static final AccountColumns INTO =
            new AccountColumns(MOVEMENT.INTO_BANK, MOVEMENT.INTO_NUMBER, MOVEMENT.INTO_CURRENCY);
    private static final RateColumns RATE = new RateColumns(
            new MoneyColumns(MOVEMENT.BUY_CURRENCY, MOVEMENT.BUY_AMOUNT),
            MOVEMENT.RATE,
            MOVEMENT.DEALER_QUOTE,
            MOVEMENT.RATE_EXPIRES_AT);
    private static final PartyColumns PARTY = new PartyColumns(
            MOVEMENT.PARTY_NAME,
            MOVEMENT.PARTY_ACCOUNT_NUMBER,
            MOVEMENT.PARTY_ACCOUNT_BANK,
            new AddressColumns(
                    MOVEMENT.PARTY_STREET,
                    MOVEMENT.PARTY_BUILDING,
                    MOVEMENT.PARTY_POSTAL_CODE,
                    MOVEMENT.PARTY_CITY,
                    MOVEMENT.PARTY_COUNTRY));

    private TermsColumns() {}

    static void set(MovementRecord row, Terms terms) {
        AMOUNT.set(row, terms.amount());
        switch (terms) {
            case Terms.Collection collection -> {
                PARTY.set(row, collection.payer());
                INTO.set(row, collection.into());
            }
            case Terms.OwnTransfer transfer -> {
                PARTY.set(row, transfer.holder());
                FROM.set(row, transfer.from());
                INTO.set(row, transfer.into());
            }
            case Terms.Trade trade -> {
                RATE.set(row, trade.rate());
                row.setDealer(trade.dealer());
                FROM.set(row, trade.sold());
                INTO.set(row, trade.bought());
            }
            case Terms.Payout payout -> {
                PARTY.set(row, payout.payee());
                FROM.set(row, payout.from());
                row.setPurposeCode(payout.purpose());
            }
            case Terms.Refund refund -> {
                PARTY.set(row, refund.payer());
                FROM.set(row, refund.from());
                row.setCollectionKey(refund.collection());
            }
        }
    }

    static Terms get(MovementRecord row) {
        Money amount = AMOUNT.require(row);
        return switch (row.getKind()) {
            case COLLECTION -> new Terms.Collection(amount, PARTY.require(row), INTO.require(row));
            case TOP_UP, TOP_UP_RETURN ->
                new Terms.OwnTransfer(amount, FROM.require(row), INTO.require(row), PARTY.require(row));
            case TRADE, REVERSAL ->
                new Terms.Trade(
                        RATE.get(row, amount),
                        Objects.requireNonNull(row.getDealer()),
                        FROM.require(row),
                        INTO.require(row));
            case PAYOUT ->
                new Terms.Payout(
                        amount, PARTY.require(row), FROM.require(row), Objects.requireNonNull(row.getPurposeCode()));
            case REFUND ->
                new Terms.Refund(
                        amount, PARTY.require(row), FROM.require(row), Objects.requireNonNull(row.getCollectionKey()));
        };
    }
}
