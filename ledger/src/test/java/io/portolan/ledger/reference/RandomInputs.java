package io.portolan.ledger.reference;

import io.portolan.domain.ids.PaymentId;
import io.portolan.domain.ledger.AccountId;
import io.portolan.domain.ledger.AccountKind;
import io.portolan.domain.money.Currency;
import io.portolan.ledger.command.UncheckedPosting;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Draws of accounts, amounts and balanced postings, all from one seed. */
final class RandomInputs {
    private static final List<Currency> CURRENCIES =
            Stream.of("JPY", "USD", "KWD", "CNY").map(Currency::of).toList();
    private static final List<AccountKind> KINDS = List.of(
            AccountKind.NOSTRO,
            AccountKind.IN_TRANSIT,
            AccountKind.FLOAT,
            AccountKind.PAYABLE,
            AccountKind.UNCLAIMED_REFUND,
            AccountKind.FX_POSITION,
            AccountKind.FEE_INCOME);
    private static final List<PaymentId> PAYMENTS = Stream.of("1", "2", "3")
            .map(digit -> new PaymentId("pay_" + digit.repeat(20)))
            .toList();
    private static final int HOLDERS = 3;

    private final Random random;
    private int keys;

    RandomInputs(long seed) {
        this.random = new Random(seed);
    }

    int below(int bound) {
        return random.nextInt(bound);
    }

    <T> T oneOf(List<T> things) {
        return things.get(random.nextInt(things.size()));
    }

    String freshKey() {
        keys++;
        return "k" + keys;
    }

    Currency currency() {
        return oneOf(CURRENCIES);
    }

    Currency otherThan(Currency currency) {
        return oneOf(
                CURRENCIES.stream().filter(other -> !other.equals(currency)).toList());
    }

    AccountId account() {
        return account(currency());
    }

    AccountId account(Currency currency) {
        return new AccountId(oneOf(KINDS), "h" + random.nextInt(HOLDERS), currency);
    }

    /** One of few, so that they have money; null for none. */
    @Nullable
    PaymentId payment() {
        return below(3) == 0 ? null : oneOf(PAYMENTS);
    }

    /** As many minor units of one digit as of nine. */
    long amount() {
        long magnitude = BigInteger.TEN.pow(random.nextInt(9)).longValueExact();
        return magnitude + random.nextLong(9 * magnitude);
    }

    /** Two, four or six postings, which sum to zero in each currency; an account may be there more than once. */
    List<UncheckedPosting> postings() {
        List<UncheckedPosting> postings = new ArrayList<>();
        for (int pairs = 1 + random.nextInt(3); pairs > 0; pairs--) {
            Currency currency = currency();
            postings.addAll(pair(account(currency), account(currency), amount()));
        }
        Collections.shuffle(postings, random);
        return postings;
    }

    /** As {@link #postings()}, and two more of which one is on the account. */
    List<UncheckedPosting> postingsOn(AccountId account) {
        List<UncheckedPosting> postings = new ArrayList<>(postings());
        AccountId other = account(account.currency());
        boolean isDebited = random.nextBoolean();
        postings.addAll(pair(isDebited ? account : other, isDebited ? other : account, amount()));
        Collections.shuffle(postings, random);
        return postings;
    }

    static List<UncheckedPosting> pair(AccountId debited, AccountId credited, long amount) {
        return List.of(posting(debited, amount), posting(credited, -amount));
    }

    static UncheckedPosting posting(AccountId account, long amount) {
        return new UncheckedPosting(
                account, account.currency(), account.currency().exponent(), amount);
    }
}
