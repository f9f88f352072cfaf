package io.portolan.domain.bank;

import static org.assertj.core.api.Assertions.assertThat;

import io.portolan.domain.money.Currency;
import io.portolan.domain.money.Money;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class StatementTest {
    private static final long LARGEST = Money.LIMIT - 1;

    @ParameterizedTest
    @ValueSource(strings = {"JPY", "USD", "KWD"})
    void isBalancedWhenTheLinesLeadFromTheOpeningToTheClosingBalance(String currency) {
        assertThat(statement(currency, 100, 145, 50, -5).isBalanced()).isTrue();
        assertThat(statement(currency, 100, 100).isBalanced()).isTrue();
    }

    @Test
    void isNotBalancedWhenALineIsLost() {
        assertThat(statement("USD", 100, 145, 50).isBalanced()).isFalse();
    }

    @Test
    void isNotBalancedWhenNoBalanceCouldBeSoLarge() {
        assertThat(statement("USD", LARGEST, LARGEST, LARGEST).isBalanced()).isFalse();
    }

    private static Statement statement(String code, long opening, long closing, long... amounts) {
        Currency currency = Currency.of(code);
        List<Statement.Line> lines = Arrays.stream(amounts)
                .mapToObj(amount -> new Statement.Line("", "B1", Money.of(currency, amount), Instant.EPOCH))
                .toList();
        var account = new NostroAccount("B", "B-" + code, currency);
        return new Statement(account, LocalDate.EPOCH, Money.of(currency, opening), Money.of(currency, closing), lines);
    }
}
