package io.portolan.domain.bank;

import io.portolan.domain.money.Currency;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** Our accounts at banks: the one place that knows which account we have at which bank for which currency. */
public record NostroAccounts(List<NostroAccount> all) {
    /** @throws IllegalArgumentException if a number or a bank's currency is there twice: the book keeps one account for each bank and currency */
    public NostroAccounts {
        all = List.copyOf(all);
        Set<Object> seen = new HashSet<>();
        for (NostroAccount account : all) {
            if (!seen.add(account.number()) || !seen.add(List.of(account.bank(), account.currency()))) {
                throw new IllegalArgumentException("account " + account.number() + " of bank " + account.bank()
                        + " is there twice, or the bank has two accounts in " + account.currency());
            }
        }
    }

    /** @throws IllegalArgumentException if we have no account there, naming those that we have */
    public NostroAccount at(String bank, Currency currency) {
        return find(
                account -> account.bank().equals(bank) && account.currency().equals(currency),
                "account in " + currency + " at bank " + bank);
    }

    /** @throws IllegalArgumentException if we have no account with this number, naming those that we have */
    public NostroAccount withNumber(String number) {
        return find(account -> account.number().equals(number), "account " + number);
    }

    /** Our accounts at one bank. */
    public List<NostroAccount> ofBank(String bank) {
        return all.stream().filter(account -> account.bank().equals(bank)).toList();
    }

    private NostroAccount find(Predicate<NostroAccount> wanted, String what) {
        return all.stream()
                .filter(wanted)
                .findFirst()
                .orElseThrow(() ->
                        new IllegalArgumentException("we have no %s; our accounts are %s".formatted(what, numbers())));
    }

    private String numbers() {
        return all.stream().map(NostroAccount::number).sorted().collect(Collectors.joining(", "));
    }
}
