package io.portolan.simulators.bank.international;

import static org.assertj.core.api.Assertions.assertThat;

import io.portolan.simulators.testing.InternationalClient;
import io.portolan.simulators.testing.PayoutDocument;
import io.portolan.simulators.testing.Response;
import io.portolan.simulators.testing.SimulatorExtension;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PayoutDocumentsTest {

    @RegisterExtension
    static final SimulatorExtension simulators = new SimulatorExtension();

    private final String key = SimulatorExtension.newKey();
    private final String document =
            PayoutDocument.of(key, "1.00", "990011223344").xml();

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "text",
                "<Document/>",
                "<Document xmlns='urn:iso:std:iso:20022:tech:xsd:pain.001.001.09'/>",
                "<a><b></a>"
            })
    void storesNothingOfWhatIsNotAPayment(String body) {
        assertThat(send(body).status()).isEqualTo(400);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "pain.001.001.09|pain.001.001.03",
                "<PmtMtd>TRF</PmtMtd>|<PmtMtd>CHK</PmtMtd>",
                "<NbOfTxs>1</NbOfTxs>|<NbOfTxs>2</NbOfTxs>",
                "<ChrgBr>DEBT</ChrgBr>|<ChrgBr>SHAR</ChrgBr>",
                "<ChrgBr>DEBT</ChrgBr>|",
                "<Nm>Acme Inc</Nm>|",
                "<Purp>|<Surprise>1</Surprise><Purp>",
                "<PmtMtd>TRF</PmtMtd>|",
                "<Othr><Id>D</Id></Othr>|<Othr><Id>E</Id></Othr>",
                "2026-11-21T08:15:00.000Z|yesterday",
                "<EndToEndId>|<EndToEndId>x"
            })
    void storesNothingOfADocumentThatBreaksTheContract(String change) {
        var sides = (change + " ").split("\\|", -1);
        var broken = document.replace(sides[0].strip(), sides[1].strip());

        assertThat(broken).isNotEqualTo(document);
        assertThat(send(broken).status()).isEqualTo(400);
        assertThat(simulators.international().status(key).status()).isEqualTo(404);
    }

    @Test
    void storesNothingUnderAKeyThatIsTooLong() {
        assertThat(send(document.replace(key, "k".repeat(36))).status()).isEqualTo(400);
        assertThat(send(document.replace(key, "k".repeat(35))).status()).isEqualTo(202);
    }

    @Test
    void readsNoFileForAnEntity() {
        var declaration = "<!DOCTYPE Document [<!ENTITY x SYSTEM \"file:///etc/hostname\">]>";
        var hostile = document.replace("?>", "?>" + declaration).replace("Acme Inc", "&x;");

        assertThat(send(hostile).status()).isEqualTo(400);
    }

    @Test
    void rejectsEveryDocumentTypeDeclaration() {
        assertThat(send(document.replace("?>", "?><!DOCTYPE Document>")).status())
                .isEqualTo(400);
    }

    @Test
    void rejectsADocumentThatIsTooLarge() {
        assertThat(send(document + " ".repeat(70_000)).status()).isEqualTo(400);
    }

    @Test
    void takesTheWholeAddressAndOptionalElements() {
        var rich = document.replace("<ChrgBr>DEBT</ChrgBr>", "")
                .replace("<PmtMtd>TRF</PmtMtd>", "<PmtMtd>TRF</PmtMtd><BtchBookg>false</BtchBookg><NbOfTxs>1</NbOfTxs>")
                .replace("<CdtrAgt>", "<ChrgBr>DEBT</ChrgBr><CdtrAgt>");

        assertThat(send(rich).status()).isEqualTo(202);
    }

    private static Response send(String body) {
        return simulators.international().send("POST", InternationalClient.PAYMENTS, body);
    }
}
