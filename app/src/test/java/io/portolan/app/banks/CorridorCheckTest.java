package io.portolan.app.banks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.portolan.domain.bank.Banks;
import io.portolan.domain.bank.NostroAccount;
import io.portolan.domain.bank.ScriptedBank;
import io.portolan.domain.bank.ScriptedBanks;
import io.portolan.domain.bank.ScriptedOrders;
import io.portolan.domain.corridor.Corridor;
import io.portolan.domain.corridor.Corridors;
import io.portolan.domain.corridor.FundingMode;
import io.portolan.domain.corridor.LossBearer;
import io.portolan.domain.corridor.Route;
import io.portolan.domain.corridor.UnwindPolicy;
import io.portolan.domain.fx.FxDesks;
import io.portolan.domain.fx.ScriptedDesk;
import io.portolan.domain.money.Currency;
import io.portolan.domain.money.CurrencyPair;
import io.portolan.domain.money.Money;
import io.portolan.domain.payment.SamplePayments;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class CorridorCheckTest {
    private static final Currency CNY = Currency.of("CNY");
    private static final Corridors CORRIDORS = new Corridors(List.of(new Corridor(
            CurrencyPair.of("CNY", "USD"),
            Money.parse(CNY, "1.00"),
            Money.parse(CNY, "10.00"),
            50,
            new Route(
                    FundingMode.PASS_THROUGH,
                    LossBearer.HOUSE,
                    UnwindPolicy.SELL_BACK,
                    new NostroAccount("B", "B-CNY", CNY),
                    new NostroAccount("D", "D-CNY", CNY),
                    new NostroAccount("D", "D-USD", Currency.of("USD")),
                    List.of("dealer"),
                    SamplePayments.LIMITS),
            Duration.ofMinutes(1))));

    private final ScriptedOrders orders = new ScriptedOrders();
    private final Banks banks = new ScriptedBanks(new ScriptedBank(orders));
    private final FxDesks desks = _ -> new ScriptedDesk(orders);

    @Test
    void corridorsThatAreServedPass() {
        assertThat(CorridorCheck.requireServed(CORRIDORS, banks, desks)).isEqualTo(CORRIDORS);
    }

    @Test
    void aCorridorWhoseDealerIsMissingIsNamedBeforeAPaymentIsTaken() {
        FxDesks none = dealer -> {
            throw new IllegalStateException("no dealer " + dealer + " is configured");
        };

        assertThatThrownBy(() -> CorridorCheck.requireServed(CORRIDORS, banks, none))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("corridor CNY/USD: no dealer dealer is configured");
    }
}
