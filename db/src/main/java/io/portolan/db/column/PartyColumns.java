package io.portolan.db.column;

import io.portolan.domain.party.AccountNumber;
import io.portolan.domain.party.Party;
import io.portolan.domain.party.PostalAddress;
import org.jooq.Field;
import org.jooq.Record;
import org.jspecify.annotations.Nullable;

/** A party as its name, its account and its address. A bank stands there for a local account and not for an IBAN. */
public record PartyColumns(
        Field<String> name, Field<String> accountNumber, Field<String> accountBank, AddressColumns address)
        implements ValueColumns<Party> {
    /** A postal address, which a party may have. */
    public record AddressColumns(
            Field<String> street,
            Field<String> building,
            Field<String> postalCode,
            Field<String> city,
            Field<String> country)
            implements ValueColumns<PostalAddress> {
        @Override
        public void set(Record row, @Nullable PostalAddress address) {
            row.set(street, address == null ? null : address.street());
            row.set(building, address == null ? null : address.building());
            row.set(postalCode, address == null ? null : address.postalCode());
            row.set(city, address == null ? null : address.city());
            row.set(country, address == null ? null : address.country());
        }

        @Override
        public @Nullable PostalAddress get(Record row) {
            String stored = row.get(country);
            return stored == null
                    ? null
                    : new PostalAddress(row.get(street), row.get(building), row.get(postalCode), row.get(city), stored);
        }
    }

    @Override
    public void set(Record row, @Nullable Party party) {
        row.set(name, party == null ? null : party.name());
        row.set(accountNumber, party == null ? null : party.account().number());
        row.set(accountBank, party == null ? null : bankOf(party.account()));
        address.set(row, party == null ? null : party.address());
    }

    @Override
    public @Nullable Party get(Record row) {
        String stored = row.get(name);
        return stored == null ? null : new Party(stored, accountOf(row), address.get(row));
    }

    private AccountNumber accountOf(Record row) {
        String number = row.get(accountNumber);
        String bank = row.get(accountBank);
        return bank == null ? new AccountNumber.Iban(number) : new AccountNumber.Local(number, bank);
    }

    private static @Nullable String bankOf(AccountNumber account) {
        return switch (account) {
            case AccountNumber.Iban _ -> null;
            case AccountNumber.Local local -> local.bank();
        };
    }
}
