package io.portolan.simulators.bank.domestic;

import io.portolan.simulators.account.Accounts;
import io.portolan.simulators.account.Movement;
import io.portolan.simulators.instruction.Draft;
import io.portolan.simulators.instruction.Fingerprint;
import io.portolan.simulators.instruction.Kind;
import io.portolan.simulators.money.Currency;
import io.portolan.simulators.money.Money;
import io.portolan.simulators.wire.JsonFields;
import io.portolan.simulators.wire.Key;
import io.portolan.simulators.wire.Malformed;
import io.portolan.simulators.wire.WebAddress;
import java.util.List;
import java.util.Optional;

/** A domestic order as it was sent, well-formed but not yet judged. */
record Order(
        String orderNo,
        Kind kind,
        Money money,
        Party debtor,
        Party creditor,
        String originalOrderNo,
        String reference,
        String notifyUrl) {

    private static final int LONGEST_KEY = 64;

    static Order parse(byte[] body) {
        var fields = JsonFields.parse(body);
        var order = new Order(
                Key.checked(fields.text("orderNo"), LONGEST_KEY),
                kind(fields.text("kind")),
                money(fields.text("amount"), fields.text("currency")),
                Party.parse(fields.object("debtor")),
                Party.parse(fields.object("creditor")),
                fields.optionalText("originalOrderNo").orElse(""),
                fields.optionalText("reference").orElse(""),
                fields.optionalText("notifyUrl")
                        .map(url -> WebAddress.checked(url).toString())
                        .orElse(""));
        fields.nothingElse();
        order.requireItsBanks();
        return order;
    }

    /** The account of ours at bank B that it touches. */
    String ours() {
        return kind == Kind.COLLECTION ? creditor.account() : debtor.account();
    }

    /** The buyer, where there is one. */
    Optional<Party> buyer() {
        return switch (kind) {
            case COLLECTION -> Optional.of(debtor);
            case REFUND -> Optional.of(creditor);
            case TRANSFER, PAYOUT, FX -> Optional.empty();
        };
    }

    Draft draft() {
        return new Draft(kind, orderNo, fingerprint(), originalOrderNo, notifyUrl, List.of(movement()));
    }

    private Movement movement() {
        return new Movement(
                kind == Kind.COLLECTION ? elsewhere(debtor) : debtor.account(),
                kind == Kind.REFUND ? elsewhere(creditor) : creditor.account(),
                money);
    }

    private String elsewhere(Party party) {
        return Accounts.elsewhere(party.bank(), party.account(), money.currency());
    }

    /** Where to send the callback is not part of what is ordered. */
    private String fingerprint() {
        return Fingerprint.of(
                kind.name(),
                money.decimal(),
                money.currency().name(),
                debtor.toString(),
                creditor.toString(),
                originalOrderNo,
                reference);
    }

    private void requireItsBanks() {
        boolean right = switch (kind) {
            case COLLECTION -> creditor.isAt("B");
            case REFUND -> debtor.isAt("B") && !originalOrderNo.isEmpty();
            case TRANSFER -> debtor.isAt("B") && creditor.isAt("D");
            case PAYOUT, FX -> false;
        };
        if (!right) {
            throw new Malformed("the parties or the original order do not fit a " + kind);
        }
    }

    private static Kind kind(String text) {
        return switch (text) {
            case "COLLECTION" -> Kind.COLLECTION;
            case "REFUND" -> Kind.REFUND;
            case "TRANSFER" -> Kind.TRANSFER;
            default -> throw new Malformed("unknown kind");
        };
    }

    private static Money money(String amount, String code) {
        var currency = Currency.of(code).orElseThrow(() -> new Malformed("unknown currency"));
        return Money.parse(amount, currency)
                .filter(money -> money.minorUnits() > 0)
                .orElseThrow(() -> new Malformed("not an amount in " + currency));
    }
}
