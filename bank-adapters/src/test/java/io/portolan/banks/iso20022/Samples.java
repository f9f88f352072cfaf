package io.portolan.banks.iso20022;

import io.portolan.domain.bank.NostroAccount;
import io.portolan.domain.bank.PayoutOrder;
import io.portolan.domain.ids.InstructionKey;
import io.portolan.domain.money.Currency;
import io.portolan.domain.money.Money;
import io.portolan.domain.party.AccountNumber;
import io.portolan.domain.party.Party;
import io.portolan.domain.party.PostalAddress;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;

/** Keys, our account and the payouts that tests give the bank. */
final class Samples {
    static final Instant NOW = Instant.parse("2026-11-21T08:15:00Z");
    static final Instant SEND_UNTIL = NOW.plusSeconds(60);
    static final Clock CLOCK = Clock.fixed(NOW, ZoneOffset.UTC);
    static final String KEY = "pay_0123456789ABCDEFGHJK/1/4/1";
    static final NostroAccount OUR_ACCOUNT = new NostroAccount("D", "D-USD", Currency.of("USD"));
    static final PostalAddress ADDRESS = new PostalAddress("Main Street", "12", "94016", "Daly City", "US");
    static final Party SELLER = new Party("Acme Outdoor LLC", new AccountNumber.Local("000123456789", "C"), ADDRESS);
    static final PayoutOrder PAYOUT = payout(Money.parse(Currency.of("USD"), "994.50"));

    /** The keys of docs/protocols.md. */
    static final String OUR_KEY = "MC4CAQAwBQYDK2VwBCIEID5u6/4Cr7N9IdmAV+c0g80WQBffdK49HdmFFzAOMSKd";

    static final String OUR_PUBLIC_KEY = "MCowBQYDK2VwAyEAe6RAVYKo97C9+Wy+z0DWQ2CShCgZuJQIMcQd7WEhPG8=";
    static final String BANK_KEY = "MC4CAQAwBQYDK2VwBCIEIA6Hs15wkq8yyc2KgDInGD1XSbuxOBdwlnFErKQhPI4+";
    static final String BANK_PUBLIC_KEY = "MCowBQYDK2VwAyEAQuVSRI98w3nS41psikWnpHlyVlA7gpII0AmZ9TexVzQ=";

    private Samples() {}

    static PayoutOrder payout(Money amount) {
        var from = new NostroAccount("D", "D-" + amount.currency(), amount.currency());
        return new PayoutOrder(InstructionKey.parse(KEY), amount, "ORD-1001", SELLER, from, "GDDS", SEND_UNTIL);
    }

    static PayoutOrder payoutTo(Party payee) {
        return new PayoutOrder(PAYOUT.key(), PAYOUT.amount(), "ORD-1001", payee, OUR_ACCOUNT, "GDDS", SEND_UNTIL);
    }
}
