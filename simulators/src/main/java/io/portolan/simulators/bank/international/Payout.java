package io.portolan.simulators.bank.international;

import io.portolan.simulators.account.AccountTransfer;
import io.portolan.simulators.account.Accounts;
import io.portolan.simulators.instruction.Fingerprint;
import io.portolan.simulators.instruction.InstructionRequest;
import io.portolan.simulators.instruction.Kind;
import io.portolan.simulators.money.Currency;
import io.portolan.simulators.money.Money;
import io.portolan.simulators.wire.IdempotencyKey;
import io.portolan.simulators.wire.MalformedMessage;
import java.util.List;
import java.util.stream.Stream;

/** A payout, or the return of a top-up, as its pain.001 requests it: valid by the schema, business rules not yet applied. */
record Payout(String key, String debtorAccount, Money money, Creditor creditor, String purpose, String remittance) {

    private static final int MAX_KEY_LENGTH = 35;

    static Payout parse(XmlNode document) {
        var payment = document.get("CstmrCdtTrfInitn/PmtInf");
        var transfer = payment.get("CdtTrfTxInf");
        require(payment.text("DbtrAgt/FinInstnId/Othr/Id").equals("D"), "DbtrAgt must be D");
        require(payment.find("ChrgBr").or(() -> transfer.find("ChrgBr")).isPresent(), "ChrgBr is missing");
        require(!transfer.text("Cdtr/Nm").isEmpty(), "Cdtr/Nm is missing");
        return new Payout(
                key(document, payment, transfer),
                payment.text("DbtrAcct/Id/Othr/Id"),
                money(transfer.get("Amt/InstdAmt")),
                Creditor.parse(transfer),
                transfer.text("Purp/Cd"),
                transfer.text("RmtInf/Ustrd"));
    }

    InstructionRequest toInstructionRequest() {
        var kind = isTopUpReturn() ? Kind.TOP_UP_RETURN : Kind.PAYOUT;
        var transfer = new AccountTransfer(debtorAccount, creditedAccount(), money);
        return new InstructionRequest(kind, key, fingerprint(), "", "", List.of(transfer));
    }

    /** Whether it goes to Portolan's own account at bank B, which is then credited, and not to a seller. */
    boolean isTopUpReturn() {
        return creditor.bank().equals("B") && Accounts.isCustomerAccount(creditor.account(), "B", money.currency());
    }

    private String creditedAccount() {
        return isTopUpReturn()
                ? creditor.account()
                : Accounts.externalAccount(creditor.bank(), creditor.account(), money.currency());
    }

    /** The creation time and the execution date are not part of the business content: a repeat may change them. */
    private String fingerprint() {
        return Fingerprint.of(
                debtorAccount,
                money.decimal(),
                money.currency().name(),
                creditor.fingerprintText(),
                purpose.replace('\n', ' '),
                remittance.replace('\n', ' '));
    }

    private static String key(XmlNode document, XmlNode payment, XmlNode transfer) {
        var key = IdempotencyKey.parse(document.text("CstmrCdtTrfInitn/GrpHdr/MsgId"), MAX_KEY_LENGTH);
        boolean everywhere = Stream.of(
                        payment.text("PmtInfId"), transfer.text("PmtId/InstrId"), transfer.text("PmtId/EndToEndId"))
                .allMatch(key::equals);
        require(everywhere, "MsgId, PmtInfId, InstrId and EndToEndId must be the same");
        return key;
    }

    private static Money money(XmlNode amount) {
        var currency = Currency.of(amount.attribute("Ccy")).orElseThrow(() -> new MalformedMessage("unknown currency"));
        return Money.parse(amount.element().getTextContent(), currency)
                .orElseThrow(() -> new MalformedMessage("InstdAmt must have exactly the decimals of " + currency));
    }

    private static void require(boolean condition, String reason) {
        if (!condition) {
            throw new MalformedMessage(reason);
        }
    }
}
