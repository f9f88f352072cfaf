package io.portolan.simulators.bank.international;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The seller as the document describes it: bank, account and address, valid or not. */
record Creditor(String name, String bic, String bankName, String iban, String otherAccount, Address address) {

    /** The parts of a postal address that the bank checks or compares. */
    record Address(List<String> parts, String town, String country, boolean hasUnstructuredLines) {

        static Address parse(XmlNode party) {
            return new Address(
                    Stream.of("StrtNm", "BldgNb", "PstCd", "TwnNm", "Ctry")
                            .map(part -> party.text("PstlAdr/" + part))
                            .toList(),
                    party.text("PstlAdr/TwnNm"),
                    party.text("PstlAdr/Ctry"),
                    party.find("PstlAdr/AdrLine").isPresent());
        }

        /** Since 2026 a town and a country are required, and unstructured lines are rejected. */
        boolean isStructured() {
            return !hasUnstructuredLines && !town.isEmpty() && country.matches("[A-Z]{2}");
        }
    }

    static Creditor parse(XmlNode transfer) {
        return new Creditor(
                transfer.text("Cdtr/Nm"),
                transfer.text("CdtrAgt/FinInstnId/BICFI"),
                transfer.text("CdtrAgt/FinInstnId/Othr/Id"),
                transfer.text("CdtrAcct/Id/IBAN"),
                transfer.text("CdtrAcct/Id/Othr/Id"),
                Address.parse(transfer.get("Cdtr")));
    }

    String account() {
        return iban + otherAccount;
    }

    String bank() {
        return bic.isEmpty() ? bankName : bic;
    }

    boolean hasValidBank() {
        return bic.isEmpty() ? !bankName.isEmpty() : bic.matches("[A-Z0-9]{4}[A-Z]{2}[A-Z0-9]{2}([A-Z0-9]{3})?");
    }

    boolean hasValidAccount() {
        return iban.isEmpty() ? !otherAccount.isEmpty() : iban.matches("[A-Z]{2}[0-9]{2}[A-Za-z0-9]{1,30}");
    }

    String fingerprintText() {
        return Stream.concat(Stream.of(name, bic, bankName, iban, otherAccount), address.parts().stream())
                .map(part -> part.replace('\n', ' '))
                .collect(Collectors.joining("\n"));
    }
}
