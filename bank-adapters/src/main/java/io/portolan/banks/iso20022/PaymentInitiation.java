package io.portolan.banks.iso20022;

import io.portolan.domain.bank.PayoutOrder;
import io.portolan.domain.bank.Reason;
import io.portolan.domain.party.AccountNumber;
import io.portolan.domain.party.Party;
import io.portolan.domain.party.PostalAddress;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.xml.stream.XMLStreamException;

/** A payout as the {@code pain.001.001.09} document that asks for it. Every identification in it is the key. */
record PaymentInitiation(PayoutOrder order, String accountHolder, Instant now) {
    private static final Pattern BIC = Pattern.compile("[A-Z0-9]{4}[A-Z]{2}[A-Z0-9]{2}([A-Z0-9]{3})?");

    /** The standard's code where an IBAN says which bank it is. */
    private static final String NOT_PROVIDED = "NOTPROVIDED";

    /** Why this payout cannot be sent: there are characters, such as controls, that no XML document can contain. */
    static Optional<Reason> findUnrepresentable(PayoutOrder order) {
        PostalAddress address = addressOf(order);
        Stream<String> payee = Stream.of(
                order.payee().name(), address.street(), address.building(), address.postalCode(), address.city());
        if (!payee.allMatch(XmlWriter::isRepresentable)) {
            return Optional.of(new Reason(
                    "invalid_payee_characters",
                    "the payee's name or address contains characters that cannot be sent to a bank",
                    Reason.Remedy.CORRECT_PAYEE));
        }
        if (!Stream.of(order.reference(), order.purpose()).allMatch(XmlWriter::isRepresentable)) {
            return Optional.of(Reason.of(
                    "invalid_reference_characters",
                    "the reference or purpose contains characters that cannot be sent to a bank"));
        }
        return Optional.empty();
    }

    String xml() {
        return XmlWriter.writeDocument(
                "pain.001.001.09",
                document -> document.element(
                        "CstmrCdtTrfInitn",
                        initiation ->
                                initiation.element("GrpHdr", this::writeHeader).element("PmtInf", this::writePayment)));
    }

    private void writeHeader(XmlWriter header) throws XMLStreamException {
        header.text("MsgId", order.key().value())
                .text("CreDtTm", IsoDateTime.format(now))
                .text("NbOfTxs", "1")
                .text("InitgPty/Nm", accountHolder);
    }

    private void writePayment(XmlWriter payment) throws XMLStreamException {
        payment.text("PmtInfId", order.key().value())
                .text("PmtMtd", "TRF")
                .text("ReqdExctnDt/Dt", LocalDate.ofInstant(now, ZoneOffset.UTC).toString())
                .text("Dbtr/Nm", accountHolder)
                .text("DbtrAcct/Id/Othr/Id", order.from().number())
                .text("DbtrAgt/FinInstnId/Othr/Id", order.from().bank())
                .element("CdtTrfTxInf", this::writeTransfer);
    }

    private void writeTransfer(XmlWriter transfer) throws XMLStreamException {
        Party payee = order.payee();
        transfer.element(
                        "PmtId",
                        ids -> ids.text("InstrId", order.key().value())
                                .text("EndToEndId", order.key().value()))
                .element("Amt", amount -> amount.amount("InstdAmt", order.amount()))
                .text("ChrgBr", "DEBT");
        writeCreditorAgent(transfer, payee.account());
        transfer.element("Cdtr", creditor -> creditor.text("Nm", payee.name()).element("PstlAdr", this::writeAddress));
        writeCreditorAccount(transfer, payee.account());
        transfer.text("Purp/Cd", order.purpose()).text("RmtInf/Ustrd", order.reference());
    }

    private static void writeCreditorAgent(XmlWriter transfer, AccountNumber account) throws XMLStreamException {
        String bank = switch (account) {
            case AccountNumber.Iban _ -> NOT_PROVIDED;
            case AccountNumber.Local local -> local.bank();
        };
        boolean isBic = !bank.equals(NOT_PROVIDED) && BIC.matcher(bank).matches();
        transfer.text(isBic ? "CdtrAgt/FinInstnId/BICFI" : "CdtrAgt/FinInstnId/Othr/Id", bank);
    }

    private static void writeCreditorAccount(XmlWriter transfer, AccountNumber account) throws XMLStreamException {
        switch (account) {
            case AccountNumber.Iban iban -> transfer.text("CdtrAcct/Id/IBAN", iban.number());
            case AccountNumber.Local local -> transfer.text("CdtrAcct/Id/Othr/Id", local.number());
        }
    }

    private void writeAddress(XmlWriter address) throws XMLStreamException {
        PostalAddress postal = addressOf(order);
        address.text("StrtNm", postal.street())
                .text("BldgNb", postal.building())
                .text("PstCd", postal.postalCode())
                .text("TwnNm", postal.city())
                .text("Ctry", postal.country());
    }

    private static PostalAddress addressOf(PayoutOrder order) {
        return Objects.requireNonNull(order.payee().address(), "a payout has its payee's address");
    }
}
