package io.portolan.db.breaks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.portolan.db.testing.ConcurrentRuns;
import io.portolan.db.testing.OnBothServers;
import io.portolan.db.testing.TestDatabase;
import io.portolan.db.testing.TestServer;
import io.portolan.domain.breaks.Break;
import io.portolan.domain.breaks.Break.Claim;
import io.portolan.domain.breaks.Break.Closing;
import io.portolan.domain.breaks.BreakType;
import io.portolan.domain.breaks.Breaks;
import io.portolan.domain.ids.InstructionKey;
import io.portolan.domain.ids.PaymentId;
import io.portolan.domain.money.Currency;
import io.portolan.domain.money.Money;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

@OnBothServers
class JooqBreaksTest {
    private static final Instant AT = Instant.parse("2026-11-21T12:00:00.123456Z");
    private static final Closing CLOSING = new Closing("li.na", "银行已更正", AT.plusSeconds(9));

    private final Breaks breaks;
    private final InstructionKey key = new InstructionKey(PaymentId.next(), 1, 4, 2);

    JooqBreaksTest(TestServer server) {
        breaks = TestDatabase.shared(server).database().breaks();
    }

    @Test
    void aBreakComesBackAsItWasFound() {
        Break found = about(key, "ref");

        assertThat(breaks.add(found)).isTrue();

        assertThat(breaks.find(found.id())).contains(found);
        assertThat(breaks.of(key.payment())).containsExactly(found);
        assertThat(breaks.listOpen()).contains(found);
    }

    @Test
    void moneyThatBelongsToNothingIsABreakOnce() {
        Claim claim = new Claim(UUID.randomUUID().toString(), amount(1), "nobody's");
        Break found = Break.unexplained(claim, AT);

        assertThat(breaks.add(found)).isTrue();
        assertThat(breaks.add(Break.unexplained(claim, AT.plusSeconds(1)))).isFalse();

        assertThat(breaks.find(found.id())).contains(found);
    }

    @Test
    void theSameFactAboutTheSameInstructionIsOneBreakOpenOrClosed() {
        Break found = about(key, "ref");
        breaks.add(found);

        assertThat(breaks.add(about(key, "ref"))).isFalse();
        breaks.close(found.id(), CLOSING);
        assertThat(breaks.add(about(key, "ref"))).isFalse();

        assertThat(breaks.of(key.payment())).hasSize(1);
    }

    @Test
    void anotherFactIsAnotherBreak() {
        breaks.add(about(key, "ref"));

        assertThat(breaks.add(about(key, "REF"))).isTrue();
        assertThat(breaks.add(about(key.next(), "ref"))).isTrue();
        assertThat(breaks.add(Break.of(BreakType.AMOUNT, key, new Claim("ref", amount(1), "-"), AT)))
                .isTrue();

        assertThat(breaks.of(key.payment())).hasSize(4);
    }

    @Test
    void aFactFoundByManyAtOnceIsOneBreak() throws Exception {
        List<Boolean> isNew = ConcurrentRuns.run(8, _ -> () -> breaks.add(about(key, "ref")));

        assertThat(isNew).containsOnlyOnce(true);
        assertThat(breaks.of(key.payment())).hasSize(1);
    }

    @Test
    void aBreakIsGivenToAnOwnerUntilItIsClosed() {
        Break found = about(key, "ref");
        breaks.add(found);

        assertThat(breaks.assign(found.id(), "li.na")).isTrue();
        assertThat(breaks.assign(found.id(), "li.na")).isTrue();
        breaks.close(found.id(), CLOSING);
        assertThat(breaks.assign(found.id(), "zhang.wei")).isFalse();

        assertThat(breaks.find(found.id()).orElseThrow().owner()).isEqualTo("li.na");
        assertThatThrownBy(() -> breaks.assign(found.id(), " ")).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void aBreakIsClosedOnce() {
        Break found = about(key, "ref");
        breaks.add(found);

        assertThat(breaks.close(found.id(), CLOSING)).isTrue();
        assertThat(breaks.close(found.id(), new Closing("another", "otherwise", AT)))
                .isFalse();

        assertThat(breaks.find(found.id()).orElseThrow().closing()).isEqualTo(CLOSING);
        assertThat(breaks.listOpen()).extracting(Break::id).doesNotContain(found.id());
        assertThat(breaks.close("brk_00000000000000000000", CLOSING)).isFalse();
    }

    private static Break about(InstructionKey key, String reference) {
        return Break.of(BreakType.SECOND_EXECUTION, key, new Claim(reference, amount(720), "又执行了一次"), AT);
    }

    private static Money amount(long units) {
        return new Money(Currency.of("JPY"), units);
    }
}
