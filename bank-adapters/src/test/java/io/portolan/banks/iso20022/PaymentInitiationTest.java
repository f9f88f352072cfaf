package io.portolan.banks.iso20022;

import static org.assertj.core.api.Assertions.assertThat;

import com.prowidesoftware.swift.model.mx.MxPain00100109;
import com.prowidesoftware.swift.model.mx.dic.CreditTransferTransaction34;
import com.prowidesoftware.swift.model.mx.dic.PaymentInstruction30;
import io.portolan.domain.bank.NostroAccount;
import io.portolan.domain.bank.PayoutOrder;
import io.portolan.domain.bank.Reason;
import io.portolan.domain.bank.Reason.Remedy;
import io.portolan.domain.money.Currency;
import io.portolan.domain.money.Money;
import io.portolan.domain.party.AccountNumber;
import io.portolan.domain.party.Party;
import io.portolan.domain.party.PostalAddress;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Read back by a parser of the standard that knows nothing of ours. */
class PaymentInitiationTest {
    @Test
    void namesTheKeyEverywhere() {
        MxPain00100109 document = read(Samples.PAYOUT);
        PaymentInstruction30 payment = paymentOf(document);

        assertThat(document.getCstmrCdtTrfInitn().getGrpHdr().getMsgId()).isEqualTo(Samples.KEY);
        assertThat(document.getCstmrCdtTrfInitn().getGrpHdr().getNbOfTxs()).isEqualTo("1");
        assertThat(payment.getPmtInfId()).isEqualTo(Samples.KEY);
        assertThat(transferOf(document).getPmtId().getInstrId()).isEqualTo(Samples.KEY);
        assertThat(transferOf(document).getPmtId().getEndToEndId()).isEqualTo(Samples.KEY);
    }

    @Test
    void paysFromOurAccountToTheSeller() {
        MxPain00100109 document = read(Samples.PAYOUT);
        PaymentInstruction30 payment = paymentOf(document);
        CreditTransferTransaction34 transfer = transferOf(document);

        assertThat(payment.getDbtr().getNm()).isEqualTo("Portolan");
        assertThat(payment.getDbtrAcct().getId().getOthr().getId()).isEqualTo("D-USD");
        assertThat(payment.getDbtrAgt().getFinInstnId().getOthr().getId()).isEqualTo("D");
        assertThat(transfer.getChrgBr().value()).isEqualTo("DEBT");
        assertThat(transfer.getCdtrAgt().getFinInstnId().getOthr().getId()).isEqualTo("C");
        assertThat(transfer.getCdtr().getNm()).isEqualTo("Acme Outdoor LLC");
        assertThat(transfer.getCdtr().getPstlAdr().getTwnNm()).isEqualTo("Daly City");
        assertThat(transfer.getCdtr().getPstlAdr().getAdrLine()).isEmpty();
        assertThat(transfer.getCdtrAcct().getId().getOthr().getId()).isEqualTo("000123456789");
        assertThat(transfer.getPurp().getCd()).isEqualTo("GDDS");
        assertThat(transfer.getRmtInf().getUstrd()).containsExactly("ORD-1001");
    }

    @Test
    void bringsATopUpBackToOurOwnAccount() {
        var cny = Currency.of("CNY");
        var address = new PostalAddress("Nanjing Road", "1", "200001", "Shanghai", "CN");
        var ourselves = new Party("Portolan", new AccountNumber.Local("B-CNY", "B"), address);
        var order = new PayoutOrder(
                Samples.PAYOUT.key(),
                Money.parse(cny, "7164.00"),
                "ORD-1001",
                ourselves,
                new NostroAccount("D", "D-CNY", cny),
                "INTC",
                Samples.SEND_UNTIL);

        MxPain00100109 document = read(order);

        assertThat(PaymentInitiation.findUnrepresentable(order)).isEmpty();
        assertThat(paymentOf(document).getDbtrAcct().getId().getOthr().getId()).isEqualTo("D-CNY");
        CreditTransferTransaction34 transfer = transferOf(document);
        assertThat(transfer.getAmt().getInstdAmt().getCcy()).isEqualTo("CNY");
        assertThat(transfer.getCdtrAgt().getFinInstnId().getOthr().getId()).isEqualTo("B");
        assertThat(transfer.getCdtrAcct().getId().getOthr().getId()).isEqualTo("B-CNY");
        assertThat(transfer.getPurp().getCd()).isEqualTo("INTC");
    }

    @ParameterizedTest
    @CsvSource({"JPY, 994", "USD, 994.50", "KWD, 994.500", "JPY, 1", "USD, 0.01", "KWD, 0.001"})
    void writesTheDecimalsOfTheCurrency(String currency, String amount) {
        PayoutOrder order = Samples.payout(Money.parse(Currency.of(currency), amount));

        var written = transferOf(read(order)).getAmt().getInstdAmt();

        assertThat(written.getCcy()).isEqualTo(currency);
        assertThat(written.getValue().toPlainString()).isEqualTo(amount);
    }

    @Test
    void writesAnIbanWithoutItsBank() {
        var payee = new Party("Müller", new AccountNumber.Iban("DE89370400440532013000"), Samples.ADDRESS);

        CreditTransferTransaction34 transfer = transferOf(read(Samples.payoutTo(payee)));

        assertThat(transfer.getCdtrAcct().getId().getIBAN()).isEqualTo("DE89370400440532013000");
        assertThat(transfer.getCdtrAgt().getFinInstnId().getOthr().getId()).isEqualTo("NOTPROVIDED");
    }

    @ParameterizedTest
    @ValueSource(strings = {"CHASUS33", "CHASUS33XXX"})
    void writesABankByItsBic(String bic) {
        var payee = new Party("Acme", new AccountNumber.Local("000123456789", bic), Samples.ADDRESS);

        CreditTransferTransaction34 transfer = transferOf(read(Samples.payoutTo(payee)));

        assertThat(transfer.getCdtrAgt().getFinInstnId().getBICFI()).isEqualTo(bic);
    }

    @ParameterizedTest
    @ValueSource(strings = {"李伟 & Söhne <GmbH>", "\"O'Neill\"", "]]> <!-- -->", "𠮷野家 😀", "</Nm><Nm>Mallory", "&amp;"})
    void carriesAnyNameUnchanged(String name) {
        var address = new PostalAddress(name, "1", "1", name, "JP");
        var payee = new Party(name, Samples.SELLER.account(), address);

        CreditTransferTransaction34 transfer = transferOf(read(Samples.payoutTo(payee)));

        assertThat(transfer.getCdtr().getNm()).isEqualTo(name);
        assertThat(transfer.getCdtr().getPstlAdr().getStrtNm()).isEqualTo(name);
    }

    @ParameterizedTest
    @ValueSource(strings = {"a\uFFFE", "\uFFFFb"})
    void isNotRepresentableWithCharactersThatXmlForbids(String name) {
        var payee = new Party(name, Samples.SELLER.account(), Samples.ADDRESS);

        assertThat(PaymentInitiation.findUnrepresentable(Samples.payoutTo(payee)))
                .hasValueSatisfying(reason -> assertThat(reason.remedy()).isEqualTo(Remedy.CORRECT_PAYEE));
        assertThat(PaymentInitiation.findUnrepresentable(Samples.PAYOUT)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"a\u0000b, GDDS", "ORD-1001, c\u0008d"})
    void doesNotBlameThePayeeForTheReferenceOrPurpose(String reference, String purpose) {
        PayoutOrder payout = Samples.PAYOUT;
        var order = new PayoutOrder(
                payout.key(), payout.amount(), reference, payout.payee(), payout.from(), purpose, payout.sendUntil());

        assertThat(PaymentInitiation.findUnrepresentable(order))
                .hasValueSatisfying(reason -> assertThat(reason)
                        .extracting(Reason::code, Reason::remedy)
                        .containsExactly("invalid_reference_characters", Remedy.NONE));
    }

    private static MxPain00100109 read(PayoutOrder order) {
        return MxPain00100109.parse(new PaymentInitiation(order, "Portolan", Samples.NOW).xml());
    }

    private static PaymentInstruction30 paymentOf(MxPain00100109 document) {
        return document.getCstmrCdtTrfInitn().getPmtInf().getFirst();
    }

    private static CreditTransferTransaction34 transferOf(MxPain00100109 document) {
        return paymentOf(document).getCdtTrfTxInf().getFirst();
    }
}
