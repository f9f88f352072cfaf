package io.portolan.banks.iso20022;

/** Documents as the bank sends them. */
final class SampleDocuments {
    static final String PENDING = status("<TxSts>PDNG</TxSts><AcctSvcrRef>D00000000042</AcctSvcrRef>");
    static final String BOOKED = status("<TxSts>ACSP</TxSts><AccptncDtTm>2026-11-21T08:15:00.000Z</AccptncDtTm>"
            + "<AcctSvcrRef>D00000000042</AcctSvcrRef>");
    static final String SETTLED = status("<TxSts>ACSC</TxSts>"
            + "<TrckrData><ConfdDt><DtTm>2026-11-21T08:16:00.250Z</DtTm></ConfdDt><ConfdAmt Ccy=\"USD\">994.50</ConfdAmt>"
            + "<TrckrRcrd><Agt><FinInstnId><Othr><Id>D</Id></Othr></FinInstnId></Agt></TrckrRcrd></TrckrData>"
            + "<AccptncDtTm>2026-11-21T08:15:00.000Z</AccptncDtTm><AcctSvcrRef>D00000000042</AcctSvcrRef>");

    static final String RETURNED = """
            <?xml version="1.0" encoding="UTF-8"?>
            <Document xmlns="urn:iso:std:iso:20022:tech:xsd:pacs.004.001.09"><PmtRtr>
              <GrpHdr><MsgId>R1</MsgId><CreDtTm>2026-11-21T08:20:00.000Z</CreDtTm><NbOfTxs>1</NbOfTxs>
                <SttlmInf><SttlmMtd>INDA</SttlmMtd></SttlmInf></GrpHdr>
              <TxInf><RtrId>D00000000043</RtrId>
                <OrgnlInstrId>%1$s</OrgnlInstrId><OrgnlEndToEndId>%1$s</OrgnlEndToEndId>
                <OrgnlIntrBkSttlmAmt Ccy="USD">994.50</OrgnlIntrBkSttlmAmt>
                <RtrdIntrBkSttlmAmt Ccy="USD">984.56</RtrdIntrBkSttlmAmt>
                <IntrBkSttlmDt>2026-11-21</IntrBkSttlmDt>
                <SttlmTmIndctn><CdtDtTm>2026-11-21T08:20:00.125Z</CdtDtTm></SttlmTmIndctn>
                <RtrRsnInf><Rsn><Cd>AC04</Cd></Rsn></RtrRsnInf></TxInf></PmtRtr></Document>
            """.formatted(Samples.KEY).strip();

    static final String RETURNED_TWICE =
            RETURNED.replace("<NbOfTxs>1", "<NbOfTxs>2").replaceFirst("(?s)<TxInf>.*</TxInf>", "$0" + secondReturn());

    static final String STATEMENT = """
            <?xml version="1.0" encoding="UTF-8"?>
            <Document xmlns="urn:iso:std:iso:20022:tech:xsd:camt.053.001.08"><BkToCstmrStmt>
              <GrpHdr><MsgId>S1</MsgId><CreDtTm>2026-11-21T23:00:00.000Z</CreDtTm></GrpHdr>
              <Stmt><Id>S1</Id><Acct><Id><Othr><Id>D-USD</Id></Othr></Id><Ccy>USD</Ccy></Acct>
                %s%s%s%s</Stmt></BkToCstmrStmt></Document>
            """.formatted(
            balance("OPBD", "1000.00"),
            balance("CLBD", "1005.50"),
            entry("CRDT", "1000.00", "FX", "pay_0123456789ABCDEFGHJK/1/3/1"),
            entry("DBIT", "994.50", "PAYOUT", Samples.KEY)).strip();

    private SampleDocuments() {}

    private static String secondReturn() {
        return RETURNED.replaceFirst("(?s).*(<TxInf>.*</TxInf>).*", "$1").replace("D00000000043", "D00000000044");
    }

    static String rejected(String code) {
        return status("<TxSts>RJCT</TxSts><StsRsnInf><Rsn><Cd>" + code
                + "</Cd></Rsn><AddtlInf>Acme Outdoor LLC is gone</AddtlInf></StsRsnInf>");
    }

    private static String status(String elements) {
        return """
                <?xml version="1.0" encoding="UTF-8"?>
                <Document xmlns="urn:iso:std:iso:20022:tech:xsd:pain.002.001.10"><CstmrPmtStsRpt>
                  <GrpHdr><MsgId>M1</MsgId><CreDtTm>2026-11-21T08:15:00.000Z</CreDtTm></GrpHdr>
                  <OrgnlGrpInfAndSts><OrgnlMsgId>%1$s</OrgnlMsgId><OrgnlMsgNmId>pain.001.001.09</OrgnlMsgNmId>
                  </OrgnlGrpInfAndSts>
                  <OrgnlPmtInfAndSts><OrgnlPmtInfId>%1$s</OrgnlPmtInfId>
                    <TxInfAndSts><StsId>1</StsId>
                      <OrgnlInstrId>%1$s</OrgnlInstrId><OrgnlEndToEndId>%1$s</OrgnlEndToEndId>%2$s
                      <OrgnlTxRef><Amt><InstdAmt Ccy="USD">994.50</InstdAmt></Amt></OrgnlTxRef>
                    </TxInfAndSts></OrgnlPmtInfAndSts></CstmrPmtStsRpt></Document>
                """.formatted(Samples.KEY, elements).strip();
    }

    private static String balance(String code, String amount) {
        return """
                <Bal><Tp><CdOrPrtry><Cd>%s</Cd></CdOrPrtry></Tp><Amt Ccy="USD">%s</Amt>\
                <CdtDbtInd>CRDT</CdtDbtInd><Dt><Dt>2026-11-21</Dt></Dt></Bal>""".formatted(code, amount);
    }

    private static String entry(String side, String amount, String what, String key) {
        return """
                <Ntry><Amt Ccy="USD">%s</Amt><CdtDbtInd>%s</CdtDbtInd><Sts><Cd>BOOK</Cd></Sts>\
                <BookgDt><DtTm>2026-11-21T08:15:00.000Z</DtTm></BookgDt><AcctSvcrRef>D-%s</AcctSvcrRef>\
                <BkTxCd><Prtry><Cd>%s</Cd></Prtry></BkTxCd><NtryDtls><TxDtls><Refs><InstrId>%s</InstrId></Refs></TxDtls>\
                </NtryDtls><AddtlNtryInf>%s</AddtlNtryInf></Ntry>""".formatted(amount, side, what, what, key, what);
    }
}
