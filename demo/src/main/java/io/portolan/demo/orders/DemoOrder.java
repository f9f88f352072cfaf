package io.portolan.demo.orders;

import io.portolan.domain.money.Currency;
import io.portolan.domain.money.Money;
import io.portolan.domain.party.Party;

/** One row of the file: who pays whom how much, and how it should end. {@code lineNumber} is where the row begins. */
public record DemoOrder(
        long lineNumber,
        String reference,
        Party payer,
        Money source,
        Currency destination,
        Party payee,
        Expectation expectation) {}
