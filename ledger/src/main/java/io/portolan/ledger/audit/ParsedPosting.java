package io.portolan.ledger.audit;

import java.util.ArrayList;
import java.util.List;

/** What an event's body says it does to an account, in minor units: {@code NOSTRO:B:CNY 500 0}. */
record ParsedPosting(String account, long amount, long holdChange) {
    /**
     * The moves of a body, which stand between semicolons.
     *
     * @throws IllegalArgumentException if it is not exactly what moves are written as
     */
    static List<ParsedPosting> parse(String body) {
        List<ParsedPosting> moves = new ArrayList<>(4);
        int from = 0;
        while (from <= body.length()) {
            int semicolon = body.indexOf(';', from);
            int to = semicolon < 0 ? body.length() : semicolon;
            moves.add(parseOne(body.substring(from, to)));
            from = to + 1;
        }
        return moves;
    }

    private static ParsedPosting parseOne(String text) {
        int first = text.indexOf(' ');
        int second = text.indexOf(' ', first + 1);
        if (first < 1 || second < 0) {
            throw new IllegalArgumentException("not an account, an amount and a change of hold: " + text);
        }
        ParsedPosting move = new ParsedPosting(
                text.substring(0, first),
                Long.parseLong(text, first + 1, second, 10),
                Long.parseLong(text, second + 1, text.length(), 10));
        if (!text.equals(move.account + ' ' + move.amount + ' ' + move.holdChange)) {
            throw new IllegalArgumentException("numbers are written otherwise: " + text);
        }
        return move;
    }

    String currency() {
        return account.substring(account.lastIndexOf(':') + 1);
    }
}
