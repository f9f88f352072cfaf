package io.portolan.console.payment;

import io.portolan.console.text.AmountText;
import io.portolan.domain.ledger.Posting;
import io.portolan.domain.money.Currency;
import io.portolan.domain.money.Money;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** Debits and credits in one currency: the ledger's first invariant, for people to see. */
record CurrencyTotalView(AmountText debits, AmountText credits, AmountText difference, boolean isBalanced) {

    static List<CurrencyTotalView> of(List<Posting> postings) {
        return postings.stream()
                .map(posting -> posting.amount().currency())
                .collect(Collectors.toCollection(TreeSet::new))
                .stream()
                .map(currency -> of(currency, postings))
                .toList();
    }

    private static CurrencyTotalView of(Currency currency, List<Posting> postings) {
        List<Money> amounts = postings.stream()
                .map(Posting::amount)
                .filter(amount -> amount.currency().equals(currency))
                .toList();
        Money debits = amounts.stream().filter(Money::isPositive).reduce(Money.zero(currency), Money::plus);
        Money credits = amounts.stream().filter(Money::isNegative).reduce(Money.zero(currency), Money::plus);
        Money difference = debits.plus(credits);
        return new CurrencyTotalView(
                AmountText.of(debits),
                AmountText.of(credits.negated()),
                AmountText.ofSigned(difference),
                difference.isZero());
    }
}
