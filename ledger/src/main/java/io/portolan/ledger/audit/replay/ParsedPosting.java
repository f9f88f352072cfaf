package io.portolan.ledger.audit.replay;

import java.util.ArrayList;
import java.util.List;

/** A posting as an event's body says it, in minor units: {@code NOSTRO:B:CNY 500 0}. */
record ParsedPosting(String account, long amount, long holdChange) {
    /**
     * The postings of a body, separated by semicolons.
     *
     * @throws IllegalArgumentException if it is not exactly how postings are written
     */
    static List<ParsedPosting> parse(String body) {
        List<ParsedPosting> postings = new ArrayList<>(4);
        int from = 0;
        while (from <= body.length()) {
            int semicolon = body.indexOf(';', from);
            int to = semicolon < 0 ? body.length() : semicolon;
            postings.add(parseOne(body.substring(from, to)));
            from = to + 1;
        }
        return postings;
    }

    private static ParsedPosting parseOne(String text) {
        int first = text.indexOf(' ');
        int second = text.indexOf(' ', first + 1);
        if (first < 1 || second < 0) {
            throw new IllegalArgumentException("not an account, an amount and a change of hold: " + text);
        }
        ParsedPosting posting = new ParsedPosting(
                text.substring(0, first),
                Long.parseLong(text, first + 1, second, 10),
                Long.parseLong(text, second + 1, text.length(), 10));
        if (!text.equals(posting.account + ' ' + posting.amount + ' ' + posting.holdChange)) {
            throw new IllegalArgumentException("not in canonical form: " + text);
        }
        return posting;
    }

    String currency() {
        return account.substring(account.lastIndexOf(':') + 1);
    }
}
