package io.portolan.console.payment;

import io.portolan.console.words.Amount;
import io.portolan.domain.ledger.Posting;
import io.portolan.domain.money.Currency;
import io.portolan.domain.money.Money;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** Debits against credits in one currency: the first invariant of the book, for people to see. */
record SumView(Amount debits, Amount credits, Amount difference, boolean isBalanced) {

    static List<SumView> of(List<Posting> postings) {
        return postings.stream()
                .map(posting -> posting.amount().currency())
                .collect(Collectors.toCollection(TreeSet::new))
                .stream()
                .map(currency -> of(currency, postings))
                .toList();
    }

    private static SumView of(Currency currency, List<Posting> postings) {
        List<Money> amounts = postings.stream()
                .map(Posting::amount)
                .filter(amount -> amount.currency().equals(currency))
                .toList();
        Money debits = amounts.stream().filter(Money::isPositive).reduce(Money.zero(currency), Money::plus);
        Money credits = amounts.stream().filter(Money::isNegative).reduce(Money.zero(currency), Money::plus);
        Money difference = debits.plus(credits);
        return new SumView(
                Amount.of(debits), Amount.of(credits.negated()), Amount.signed(difference), difference.isZero());
    }
}
