package io.portolan.domain.party;

import java.math.BigInteger;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Where a party keeps its money: an IBAN, or a number at a named bank. */
public sealed interface AccountNumber {
    /** The number as the bank knows it. */
    String number();

    /** All but the last four characters hidden, for logs, screens and answers. */
    default String masked() {
        String number = number();
        int shown = Math.min(4, number.length() / 2);
        return "*".repeat(number.length() - shown) + number.substring(number.length() - shown);
    }

    /** An International Bank Account Number (ISO 13616) with a right checksum; spaces are not part of it. */
    record Iban(String number) implements AccountNumber {
        private static final Pattern SHAPE = Pattern.compile("[A-Z]{2}[0-9]{2}[A-Z0-9]{11,30}");
        private static final BigInteger MODULUS = BigInteger.valueOf(97);

        public Iban {
            if (!SHAPE.matcher(number).matches() || !isChecksumRight(number)) {
                throw new IllegalArgumentException("not an IBAN with a right checksum");
            }
        }

        /** ISO 7064 MOD 97-10: the first four characters go last, letters count from A = 10, and the remainder is 1. */
        private static boolean isChecksumRight(String number) {
            String digits = (number.substring(4) + number.substring(0, 4))
                    .chars()
                    .mapToObj(character -> Integer.toString(Character.digit(character, 36)))
                    .collect(Collectors.joining());
            return new BigInteger(digits).mod(MODULUS).equals(BigInteger.ONE);
        }
    }

    /** A domestic account number at a bank, which is a BIC or a short name of the configuration. */
    record Local(String number, String bank) implements AccountNumber {
        private static final Pattern NUMBER = Pattern.compile("[A-Za-z0-9-]{4,34}");
        private static final Pattern BANK = Pattern.compile("[A-Za-z0-9]{1,11}");

        public Local {
            if (!NUMBER.matcher(number).matches()) {
                throw new IllegalArgumentException("an account number is 4 to 34 letters, digits or hyphens");
            }
            if (!BANK.matcher(bank).matches()) {
                throw new IllegalArgumentException("a bank is a BIC or a short name of 1 to 11 letters and digits");
            }
        }
    }
}
