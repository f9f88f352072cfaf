package io.portolan.banks.signedjson;

import io.portolan.domain.bank.DomesticOrder;
import io.portolan.domain.bank.NostroAccount;
import io.portolan.domain.ids.InstructionKey;
import io.portolan.domain.money.Currency;
import io.portolan.domain.money.Money;
import io.portolan.domain.party.AccountNumber;
import io.portolan.domain.party.Party;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;

/** Our secret, our accounts and the orders that tests give the bank. */
final class Samples {
    static final String SECRET = "domestic-demo-secret";
    static final Instant NOW = Instant.parse("2026-11-21T08:15:00Z");
    static final Instant SEND_UNTIL = NOW.plusSeconds(60);
    static final Clock CLOCK = Clock.fixed(NOW, ZoneOffset.UTC);
    static final String KEY = "pay_0123456789ABCDEFGHJK/1/1/1";
    static final Party BUYER = new Party("Li Wei", new AccountNumber.Local("6222020200112233445", "A"), null);
    static final NostroAccount OUR_ACCOUNT = new NostroAccount("B", "B-CNY", Currency.of("CNY"));
    static final DomesticOrder.Collection COLLECTION = collection(Money.parse(Currency.of("CNY"), "7200.00"));

    private Samples() {}

    static DomesticOrder.Collection collection(Money amount) {
        var into = new NostroAccount("B", "B-" + amount.currency(), amount.currency());
        return new DomesticOrder.Collection(InstructionKey.parse(KEY), amount, "ORD-1001", BUYER, into, SEND_UNTIL);
    }
}
