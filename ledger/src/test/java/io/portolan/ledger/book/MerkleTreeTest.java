package io.portolan.ledger.book;

import static org.assertj.core.api.Assertions.assertThat;

import io.portolan.domain.ledger.AccountId;
import io.portolan.domain.ledger.AccountKind;
import io.portolan.domain.ledger.AccountStatus;
import io.portolan.domain.money.Currency;
import io.portolan.ledger.event.Hashing;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class MerkleTreeTest {
    private static final LocalDate DATE = LocalDate.of(2026, 11, 20);

    static Stream<Account> changes() {
        AccountId other = new AccountId(AccountKind.NOSTRO, "x", Currency.of("USD"));
        Account first = account(1);
        return Stream.of(
                account(other, 1, 10, 0, "a"),
                account(first.id(), 2, 10, 0, "a"),
                account(first.id(), 1, 11, 0, "a"),
                account(first.id(), 1, 10, 1, "a"),
                account(first.id(), 1, 10, 0, "b"));
    }

    @ParameterizedTest
    @MethodSource("changes")
    void changesWithWhateverIsSaidOfAnAccount(Account changed) {
        String root = MerkleTree.rootOf(List.of(account(1), account(2), account(3)));

        assertThat(MerkleTree.rootOf(List.of(changed, account(2), account(3)))).isNotEqualTo(root);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4, 5, 8, 9, 31})
    void changesWithEachOfTheAccounts(int accounts) {
        List<Account> all = accounts(accounts);
        String root = MerkleTree.rootOf(all);

        for (int i = 0; i < accounts; i++) {
            List<Account> changed = new ArrayList<>(all);
            changed.set(i, account(1_000));

            assertThat(MerkleTree.rootOf(changed)).as("without %d", i).isNotEqualTo(root);
        }
    }

    @Test
    void changesWithTheOrderAndTheNumberOfAccounts() {
        List<String> roots = Stream.of(
                        List.of(account(1), account(2)),
                        List.of(account(2), account(1)),
                        List.of(account(1), account(2), account(2)),
                        List.of(account(1)),
                        List.<Account>of())
                .map(MerkleTree::rootOf)
                .toList();

        assertThat(roots).doesNotHaveDuplicates();
    }

    @Test
    void hashesPairsAndLetsTheOddOneMoveUp() {
        String first = leaf("NOSTRO:h1:USD|1|10|0|a");
        String second = leaf("NOSTRO:h2:USD|1|10|0|a");
        String third = leaf("NOSTRO:h3:USD|1|10|0|a");
        String pair = Hashing.sha256("N|" + first + "|" + second);

        assertThat(MerkleTree.rootOf(accounts(1))).isEqualTo(first);
        assertThat(MerkleTree.rootOf(accounts(2))).isEqualTo(pair);
        assertThat(MerkleTree.rootOf(accounts(3))).isEqualTo(Hashing.sha256("N|" + pair + "|" + third));
    }

    private static String leaf(String text) {
        return Hashing.sha256("L|" + text);
    }

    private static List<Account> accounts(int number) {
        return Stream.iterate(1, i -> i + 1)
                .limit(number)
                .map(MerkleTreeTest::account)
                .toList();
    }

    private static Account account(int number) {
        return account(new AccountId(AccountKind.NOSTRO, "h" + number, Currency.of("USD")), 1, 10, 0, "a");
    }

    private static Account account(AccountId id, long sequence, long posted, long held, String hash) {
        return new Account(id, 2, true, AccountStatus.OPEN, sequence, posted, held, DATE, hash);
    }
}
