package io.portolan.demo.orders;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.portolan.domain.party.AccountNumber;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OrderFileTest {
    private static final String HEADER =
            "order_reference,payer_name,payer_account,payer_bank,source_currency,source_amount,"
                    + "destination_currency,payee_name,payee_account,payee_bank,payee_street,payee_building,payee_postal_code,"
                    + "payee_city,payee_country,expect_status,expect_reason\n";
    private static final String RIGHT =
            "ORD-1,李伟,6222020200112233445,A,CNY,7200.00,USD,Acme LLC,000123456789,C,Main Street,12,94016,Daly City,US,,\n";

    @TempDir
    private Path folder;

    @Test
    void readsARow() throws Exception {
        List<DemoOrder> orders = OrderFile.read(file(HEADER + RIGHT));

        DemoOrder order = orders.getFirst();
        assertThat(orders).hasSize(1);
        assertThat(order.lineNumber()).isEqualTo(2);
        assertThat(order.payer().name()).isEqualTo("李伟");
        assertThat(order.source()).hasToString("7200.00 CNY");
        assertThat(order.payee().account()).isEqualTo(new AccountNumber.Local("000123456789", "C"));
        assertThat(order.expectation().isEmpty()).isTrue();
    }

    @Test
    void takesAByteOrderMarkQuotesWindowsLinesAndEmptyLines() throws Exception {
        String row = RIGHT.replace("Acme LLC", "\"Acme \"\"Best\"\", Inc.\"");
        String text = "\uFEFF" + HEADER + row + "\n" + RIGHT.replace("ORD-1", "ORD-2");

        List<DemoOrder> orders = OrderFile.read(file(text.replace("\n", "\r\n")));

        assertThat(orders.getFirst().payee().name()).isEqualTo("Acme \"Best\", Inc.");
        assertThat(orders.getLast().lineNumber()).isEqualTo(4);
    }

    @Test
    void anAccountWithoutABankIsAnIban() throws Exception {
        String row = RIGHT.replace("000123456789,C", "DE89370400440532013000,").replace("USD", "EUR");

        List<DemoOrder> orders = OrderFile.read(file(HEADER + row));

        assertThat(orders.getFirst().payee().account()).isEqualTo(new AccountNumber.Iban("DE89370400440532013000"));
    }

    @ParameterizedTest
    @CsvSource({
        "'ORD-1', '', order_reference, is empty",
        "'CNY,7200.00', 'CNY,7200.005', source_amount, has 3 decimals",
        "'CNY,7200.00', 'CNY,0', source_amount, not positive",
        "'CNY,7200.00', 'CNY,-5.00', source_amount, not positive",
        "'CNY,7200.00', 'CNY,7e3', source_amount, not a decimal amount",
        "'CNY,7200.00', 'CNY,\"7,200.00\"', source_amount, not a decimal amount",
        "'CNY,7200.00', 'CNY,9999999999999999', source_amount, too large",
        "'CNY,7200.00', 'XXX,7200.00', source_currency, 'XXX'' is not a currency'",
        "',USD,', ',CNY,', destination_currency, CNY is the source currency too",
        "'000123456789,C', 'DE89370400440532013001,', payee_account, 'must be a valid IBAN, because payee_bank is empty'",
        "'6222020200112233445,A', 'DE89370400440532013000,', payer_bank, is not valid",
        "'000123456789,C', '1,C', payee_account, '1'' is not valid'",
        "'000123456789,C', '000123456789,not a bank', payee_bank, is not valid",
        "'12,94016', '\"12\n12\",94016', payee_building, contains a line break",
        "'Daly City', '', payee_city, is empty",
        "',US,', ',ZZ,', payee_country, 'ZZ'' is not a country'",
        "',US,,', ',US,done,', expect_status, unknown status 'done'",
        "',US,,', ',US,failed,AC 04', expect_reason, is not valid",
    })
    void namesLineAndColumnOfWhatIsWrong(String right, String wrong, String column, String detail) throws Exception {
        String text = HEADER + RIGHT.replace("ORD-1", "ORD-0") + RIGHT.replace(right, wrong);

        List<CellError> errors = errorsOf(text);

        assertThat(errors).hasSize(1);
        assertThat(errors.getFirst().lineNumber()).isEqualTo(3);
        assertThat(errors.getFirst().column()).isEqualTo(column);
        assertThat(errors.getFirst().detail()).contains(detail).contains("write");
    }

    @Test
    void reportsAllErrorsAtOnceInTheOrderOfRows() throws Exception {
        String wrong = RIGHT.replace("CNY,7200.00", "CNY,x").replace("Daly City", "");

        List<CellError> errors = errorsOf(HEADER + wrong + RIGHT + "only,three,fields\n");

        assertThat(errors).extracting(CellError::lineNumber).containsExactly(2L, 2L, 3L, 4L);
        assertThat(errors.get(2))
                .asString()
                .contains("line 3, column order_reference")
                .contains("is already used in line 2");
        assertThat(errors.get(3).detail()).contains("3 fields where the header has 17");
    }

    @Test
    void countsTheLinesOfAFieldThatSpansSome() throws Exception {
        String spanning = RIGHT.replace("Acme LLC", "\"Acme\nLLC\"");

        List<CellError> errors = errorsOf(HEADER + spanning + RIGHT.replace("7200.00", "x"));

        assertThat(errors)
                .extracting(error -> error.lineNumber() + " " + error.column())
                .containsExactly("2 payee_name", "4 order_reference", "4 source_amount");
    }

    @Test
    void namesMissingUnknownAndDoubledColumns() throws Exception {
        String header = HEADER.replace("payer_bank", "payer_bnak").replace("payee_city", "payee_name");

        List<CellError> errors = errorsOf(header + RIGHT);

        assertThat(errors)
                .extracting(CellError::column)
                .containsExactlyInAnyOrder("payer_bnak", "payee_name", "payer_bank", "payee_city");
    }

    @Test
    void rejectsBrokenQuotesByLine() throws Exception {
        List<CellError> errors = errorsOf(HEADER + RIGHT + RIGHT.replace("Acme LLC", "\"Acme\" LLC"));

        assertThat(errors.getLast().lineNumber()).isEqualTo(3);
        assertThat(errors.getLast().detail()).contains("quotes");
    }

    @Test
    void rejectsWhatIsNoFileEmptyWithoutOrdersOrNotUtf8() throws Exception {
        Path latin = folder.resolve("latin.csv");
        Files.write(latin, (HEADER + RIGHT.replace("Acme", "Acmé")).getBytes(StandardCharsets.ISO_8859_1));

        assertThat(errorsOf("").getFirst().detail()).contains("the file is empty");
        assertThat(errorsOf(HEADER).getFirst().detail()).contains("contains no orders");
        assertThat(errorsOf(latin).getFirst().detail()).contains("not in UTF-8");
        assertThat(errorsOf(folder.resolve("none.csv")).getFirst().detail()).contains("does not exist");
    }

    private List<CellError> errorsOf(String text) throws IOException {
        return errorsOf(file(text));
    }

    private static List<CellError> errorsOf(Path file) {
        return catchThrowableOfType(OrderFileRejected.class, () -> OrderFile.read(file))
                .errors();
    }

    private Path file(String text) throws IOException {
        return Files.writeString(folder.resolve("orders.csv"), text);
    }
}
