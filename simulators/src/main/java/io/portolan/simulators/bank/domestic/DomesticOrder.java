package io.portolan.simulators.bank.domestic;

import io.portolan.simulators.account.AccountTransfer;
import io.portolan.simulators.account.Accounts;
import io.portolan.simulators.instruction.Fingerprint;
import io.portolan.simulators.instruction.InstructionRequest;
import io.portolan.simulators.instruction.Kind;
import io.portolan.simulators.money.Currency;
import io.portolan.simulators.money.Money;
import io.portolan.simulators.wire.HttpUrl;
import io.portolan.simulators.wire.IdempotencyKey;
import io.portolan.simulators.wire.JsonFields;
import io.portolan.simulators.wire.MalformedMessage;
import java.util.List;
import java.util.Optional;

/** A domestic order as it was sent: well-formed, business rules not yet applied. */
record DomesticOrder(
        String orderNo,
        Kind kind,
        Money money,
        Party debtor,
        Party creditor,
        String originalOrderNo,
        String reference,
        String notifyUrl) {

    private static final int MAX_KEY_LENGTH = 64;

    static DomesticOrder parse(byte[] body) {
        var fields = JsonFields.parse(body);
        var order = new DomesticOrder(
                IdempotencyKey.parse(fields.text("orderNo"), MAX_KEY_LENGTH),
                kind(fields.text("kind")),
                money(fields.text("amount"), fields.text("currency")),
                Party.parse(fields.object("debtor")),
                Party.parse(fields.object("creditor")),
                fields.optionalText("originalOrderNo").orElse(""),
                fields.optionalText("reference").orElse(""),
                fields.optionalText("notifyUrl")
                        .map(url -> HttpUrl.parse(url).toString())
                        .orElse(""));
        fields.rejectUnknown();
        order.requireExpectedBanks();
        return order;
    }

    /** Portolan's account at bank B that the order debits or credits. */
    String customerAccount() {
        return kind == Kind.COLLECTION ? creditor.account() : debtor.account();
    }

    /** The buyer of a collection or a refund. */
    Optional<Party> buyer() {
        return switch (kind) {
            case COLLECTION -> Optional.of(debtor);
            case REFUND -> Optional.of(creditor);
            case TRANSFER, PAYOUT, TOP_UP_RETURN, FX, SECOND_DEALER_FX -> Optional.empty();
        };
    }

    InstructionRequest toInstructionRequest() {
        return new InstructionRequest(kind, orderNo, fingerprint(), originalOrderNo, notifyUrl, List.of(transfer()));
    }

    private AccountTransfer transfer() {
        return new AccountTransfer(
                kind == Kind.COLLECTION ? externalAccount(debtor) : debtor.account(),
                kind == Kind.REFUND ? externalAccount(creditor) : creditor.account(),
                money);
    }

    private String externalAccount(Party party) {
        return Accounts.externalAccount(party.bank(), party.account(), money.currency());
    }

    /** The URL for the callback is not part of the business content. */
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

    private void requireExpectedBanks() {
        boolean valid = switch (kind) {
            case COLLECTION -> creditor.isAtBank("B");
            case REFUND -> debtor.isAtBank("B") && !originalOrderNo.isEmpty();
            case TRANSFER -> debtor.isAtBank("B") && creditor.isAtBank("D");
            case PAYOUT, TOP_UP_RETURN, FX, SECOND_DEALER_FX -> false;
        };
        if (!valid) {
            throw new MalformedMessage("debtor, creditor or originalOrderNo do not match kind " + kind);
        }
    }

    private static Kind kind(String text) {
        return switch (text) {
            case "COLLECTION" -> Kind.COLLECTION;
            case "REFUND" -> Kind.REFUND;
            case "TRANSFER" -> Kind.TRANSFER;
            default -> throw new MalformedMessage("unknown kind");
        };
    }

    private static Money money(String amount, String code) {
        var currency = Currency.of(code).orElseThrow(() -> new MalformedMessage("unknown currency"));
        return Money.parse(amount, currency)
                .filter(money -> money.minorUnits() > 0)
                .orElseThrow(() ->
                        new MalformedMessage("amount must be positive, with exactly the decimals of " + currency));
    }
}
