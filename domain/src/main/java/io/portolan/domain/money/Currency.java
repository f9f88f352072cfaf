package io.portolan.domain.money;

import io.portolan.domain.input.TextRule;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A currency of the pinned ISO 4217 table, with the number of decimals of its minor unit.
 *
 * <p>The table is ours and not the JDK's, so that an upgrade of the runtime cannot change the meaning of a stored amount. Funds, metals and
 * codes with four decimals are left out: nobody pays with them.
 */
public final class Currency implements Comparable<Currency> {
    private static final String TWO_DECIMALS = """
            AED AFN ALL AMD AOA ARS AUD AWG AZN BAM BBD BDT BMD BND BOB BRL BSD BTN BWP BYN BZD CAD CDF CHF CNY COP CRC CUP CVE CZK \
            DKK DOP DZD EGP ERN ETB EUR FJD FKP GBP GEL GHS GIP GMD GTQ GYD HKD HNL HTG HUF IDR ILS INR IRR JMD KES KGS KHR KPW KYD \
            KZT LAK LBP LKR LRD LSL MAD MDL MGA MKD MMK MNT MOP MRU MUR MVR MWK MXN MYR MZN NAD NGN NIO NOK NPR NZD PAB PEN PGK PHP \
            PKR PLN QAR RON RSD RUB SAR SBD SCR SDG SEK SGD SHP SLE SOS SRD SSP STN SVC SYP SZL THB TJS TMT TOP TRY TTD TWD TZS UAH \
            USD UYU UZS VES WST XCD XCG YER ZAR ZMW ZWG""";

    private static final String NO_DECIMALS = "BIF CLP DJF GNF ISK JPY KMF KRW PYG RWF UGX VND VUV XAF XOF XPF";
    private static final String THREE_DECIMALS = "BHD IQD JOD KWD LYD OMR TND";

    private static final Map<String, Currency> TABLE = Stream.of(
                    row(TWO_DECIMALS, 2), row(NO_DECIMALS, 0), row(THREE_DECIMALS, 3))
            .flatMap(Function.identity())
            .collect(Collectors.toUnmodifiableMap(Currency::code, Function.identity()));

    /** The alphabetic code of a currency of the table. */
    public static final TextRule CODE = TextRule.matching(
                    "[A-Z]{3}", "currency-code", "Must be a three-letter ISO 4217 code in capitals, such as CNY.")
            .and(TABLE::containsKey, "currency-unknown", _ -> "Unsupported currency.");

    private final String code;
    private final int exponent;

    private Currency(String code, int exponent) {
        this.code = code;
        this.exponent = exponent;
    }

    private static Stream<Currency> row(String codes, int exponent) {
        return Stream.of(codes.split(" ", -1)).map(code -> new Currency(code, exponent));
    }

    /**
     * The currency with this alphabetic code.
     *
     * @throws IllegalArgumentException if the pinned table does not have it
     */
    public static Currency of(String code) {
        return find(code).orElseThrow(() -> new IllegalArgumentException("not an ISO 4217 currency: " + code));
    }

    /** The currency with this alphabetic code (upper case), if the pinned table has it. */
    public static Optional<Currency> find(String code) {
        return Optional.ofNullable(TABLE.get(code));
    }

    /** Every currency of the table, by code. */
    public static SortedSet<Currency> all() {
        return new TreeSet<>(TABLE.values());
    }

    /** The alphabetic code, such as {@code CNY}. */
    public String code() {
        return code;
    }

    /** The number of decimals of the minor unit: 0, 2 or 3. */
    public int exponent() {
        return exponent;
    }

    @Override
    public int compareTo(Currency other) {
        return code.compareTo(other.code);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Currency currency && currency.code.equals(code);
    }

    @Override
    public int hashCode() {
        return code.hashCode();
    }

    @Override
    public String toString() {
        return code;
    }
}
