package io.portolan.demo.orders;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** The columns of an order file, each with what it may contain. */
enum OrderColumn {
    ORDER_REFERENCE("write 1 to 64 characters, different in every row"),
    PAYER_NAME("write a name of 1 to 140 characters"),
    PAYER_ACCOUNT("write an account number of 4 to 34 letters, digits or hyphens"),
    PAYER_BANK("write a BIC or a bank's short name of 1 to 11 letters and digits"),
    SOURCE_CURRENCY("write an ISO 4217 code such as CNY"),
    SOURCE_AMOUNT("write a positive decimal amount such as 7200.00, without thousands separators"),
    DESTINATION_CURRENCY("write an ISO 4217 code such as USD, other than source_currency"),
    PAYEE_NAME("write a name of 1 to 140 characters"),
    PAYEE_ACCOUNT("write an account number, or an IBAN and no payee_bank"),
    PAYEE_BANK("write a BIC or a bank's short name of 1 to 11 letters and digits; leave empty for an IBAN"),
    PAYEE_STREET("write 1 to 70 characters"),
    PAYEE_BUILDING("write 1 to 16 characters"),
    PAYEE_POSTAL_CODE("write 1 to 16 characters"),
    PAYEE_CITY("write 1 to 35 characters"),
    PAYEE_COUNTRY("write two capital letters of ISO 3166 such as US"),
    EXPECT_STATUS(
            "write completed, refunded, failed or cancelled, or processing or refunding for one that waits for a person, or leave it empty"),
    EXPECT_REASON("write a reason code in lower case such as ac04, or leave it empty");

    private final String advice;

    OrderColumn(String advice) {
        this.advice = advice;
    }

    /** Its name in the header. */
    String header() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** What to write. */
    String advice() {
        return advice;
    }

    static List<String> headers() {
        return Arrays.stream(values()).map(OrderColumn::header).toList();
    }
}
