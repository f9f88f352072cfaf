package io.portolan.simulators.testing;

/** A pain.001 that tests can change, one part at a time. */
public record PayoutDocument(
        String key, String amount, String currency, String account, String address, String agent, String reference) {

    private static final String ADDRESS = "<PstlAdr><StrtNm>Main Street</StrtNm><BldgNb>1</BldgNb><PstCd>10001</PstCd>"
            + "<TwnNm>New York</TwnNm><Ctry>US</Ctry></PstlAdr>";

    private static final String AGENT = "<BICFI>CHASUS33XXX</BICFI>";

    public static PayoutDocument of(String key, String amount, String account) {
        return new PayoutDocument(
                key, amount, "USD", "<Othr><Id>" + account + "</Id></Othr>", ADDRESS, AGENT, "ORD-1001");
    }

    public PayoutDocument in(String otherCurrency) {
        return new PayoutDocument(key, amount, otherCurrency, account, address, agent, reference);
    }

    public PayoutDocument toIban(String iban) {
        return new PayoutDocument(key, amount, currency, "<IBAN>" + iban + "</IBAN>", address, agent, reference);
    }

    /** A transfer of yuan from Portolan's account at D to the account of this number at B. */
    public static PayoutDocument topUpReturn(String key, String amount, String account) {
        return of(key, amount, account).in("CNY").withAgent("<Othr><Id>B</Id></Othr>");
    }

    public PayoutDocument withAddress(String other) {
        return new PayoutDocument(key, amount, currency, account, other, agent, reference);
    }

    public PayoutDocument withAgent(String other) {
        return new PayoutDocument(key, amount, currency, account, address, other, reference);
    }

    public PayoutDocument withReference(String other) {
        return new PayoutDocument(key, amount, currency, account, address, agent, other);
    }

    public String xml() {
        return xmlCreatedAt("2026-11-21T08:15:00.000Z");
    }

    public String xmlCreatedAt(String time) {
        return """
                <?xml version="1.0" encoding="UTF-8"?>
                <Document xmlns="urn:iso:std:iso:20022:tech:xsd:pain.001.001.09"><CstmrCdtTrfInitn>
                <GrpHdr><MsgId>%1$s</MsgId><CreDtTm>%2$s</CreDtTm><NbOfTxs>1</NbOfTxs><CtrlSum>%3$s</CtrlSum>
                <InitgPty><Nm>Portolan</Nm></InitgPty></GrpHdr>
                <PmtInf><PmtInfId>%1$s</PmtInfId><PmtMtd>TRF</PmtMtd><ReqdExctnDt><Dt>2026-11-21</Dt></ReqdExctnDt>
                <Dbtr><Nm>Portolan</Nm></Dbtr><DbtrAcct><Id><Othr><Id>D-%4$s</Id></Othr></Id></DbtrAcct>
                <DbtrAgt><FinInstnId><Othr><Id>D</Id></Othr></FinInstnId></DbtrAgt><ChrgBr>DEBT</ChrgBr>
                <CdtTrfTxInf><PmtId><InstrId>%1$s</InstrId><EndToEndId>%1$s</EndToEndId></PmtId>
                <Amt><InstdAmt Ccy="%4$s">%3$s</InstdAmt></Amt>
                <CdtrAgt><FinInstnId>%5$s</FinInstnId></CdtrAgt>
                <Cdtr><Nm>Acme Inc</Nm>%6$s</Cdtr>
                <CdtrAcct><Id>%7$s</Id></CdtrAcct>
                <Purp><Cd>GDDS</Cd></Purp><RmtInf><Ustrd>%8$s</Ustrd></RmtInf></CdtTrfTxInf></PmtInf>
                </CstmrCdtTrfInitn></Document>""".formatted(key, time, amount, currency, agent, address, account, reference);
    }
}
