package io.portolan.domain.party;

import java.math.BigInteger;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What ISO 13616 says of an IBAN: its length by country, and its check digits. */
final class IbanFormat {
    /** The registry's countries and those that use the format without being in it, each with the length. */
    private static final Map<String, Integer> LENGTHS = Stream.of("""
            AD24 AE23 AL28 AO25 AT20 AZ28 BA20 BE16 BF28 BG22 BH22 BI27 BJ28 BR29 BY28 CF27 CG27 CH21 CI28 CM27 CR22 \
            CV25 CY28 CZ24 DE22 DJ27 DK18 DO28 DZ26 EE20 EG29 ES24 FI18 FO18 FR27 GA27 GB22 GE22 GI23 GL18 GQ27 GR27 \
            GT28 GW25 HN28 HR21 HU28 IE22 IL23 IQ23 IR26 IS26 IT27 JO30 KM27 KW30 KZ20 LB28 LC32 LI21 LT20 LU20 LV21 \
            LY25 MA28 MC27 MD24 ME22 MG27 MK19 ML28 MN20 MR27 MT31 MU30 MZ25 NE28 NI28 NL18 NO15 PK24 PL28 PS29 PT25 \
            QA29 RO24 RS22 RU33 SA24 SC31 SD18 SE24 SI19 SK24 SM27 SN28 SO23 ST25 SV28 TD27 TG28 TL23 TN24 TR26 UA29 \
            VA22 VG24 XK20""".split(" ", -1))
            .collect(Collectors.toUnmodifiableMap(
                    entry -> entry.substring(0, 2), entry -> Integer.valueOf(entry.substring(2))));

    private static final BigInteger MODULUS = BigInteger.valueOf(97);

    private IbanFormat() {}

    static boolean isCountryKnown(String iban) {
        return LENGTHS.containsKey(countryOf(iban));
    }

    static boolean isLengthRight(String iban) {
        return iban.length() == lengthFor(iban);
    }

    /** The length of every IBAN of this one's country. */
    static int lengthFor(String iban) {
        return LENGTHS.getOrDefault(countryOf(iban), 0);
    }

    /** ISO 7064 MOD 97-10: the first four characters go last, letters count from A = 10, and the remainder is 1. */
    static boolean isChecksumRight(String iban) {
        String digits = (iban.substring(4) + iban.substring(0, 4))
                .chars()
                .mapToObj(character -> Integer.toString(Character.digit(character, 36)))
                .collect(Collectors.joining());
        return new BigInteger(digits).mod(MODULUS).equals(BigInteger.ONE);
    }

    private static String countryOf(String iban) {
        return iban.substring(0, 2);
    }
}
