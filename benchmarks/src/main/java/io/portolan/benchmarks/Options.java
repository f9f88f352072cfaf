package io.portolan.benchmarks;

import io.portolan.benchmarks.server.ServerKind;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * The options of the command line.
 *
 * @param postings how many the largest book that is read has
 * @param servers in the order of measuring
 */
record Options(long postings, List<ServerKind> servers, boolean isQuick) {
    static final String USAGE = """
            usage: ./portolan bench ledger [--postings N] [--server mariadb|mysql|both] [--quick]
              --postings N    postings of the largest book that is read, 100000 to 100000000;
                              default 10000000, or 100000 with --quick
              --server WHICH  the embedded MariaDB, MySQL 9.7 in a container, or both (default)
              --quick         fewer and shorter rounds: minutes instead of about an hour, and rougher figures
            """;

    private static final long MIN_POSTINGS = 100_000;
    private static final long MAX_POSTINGS = 100_000_000;
    private static final long DEFAULT_POSTINGS = 10_000_000;
    private static final long QUICK_POSTINGS = 100_000;

    Options {
        servers = List.copyOf(servers);
    }

    static Options parse(String... arguments) throws InvalidOptionException {
        Iterator<String> remaining = List.of(arguments).iterator();
        String what = remaining.hasNext() ? remaining.next() : "nothing";
        if (!what.equals("ledger")) {
            throw new InvalidOptionException("unknown benchmark " + what + ": only 'ledger' exists");
        }
        return parse(remaining);
    }

    private static Options parse(Iterator<String> remaining) throws InvalidOptionException {
        Set<String> seen = new HashSet<>();
        long postings = 0;
        List<ServerKind> servers = List.of(ServerKind.values());
        while (remaining.hasNext()) {
            String name = remaining.next();
            if (!seen.add(name)) {
                throw new InvalidOptionException("option " + name + " is given twice");
            }
            switch (name) {
                case "--postings" -> postings = postings(value(name, remaining));
                case "--server" -> servers = servers(value(name, remaining));
                case "--quick" -> {}
                default -> throw new InvalidOptionException("unknown option " + name);
            }
        }
        boolean isQuick = seen.contains("--quick");
        long byDefault = isQuick ? QUICK_POSTINGS : DEFAULT_POSTINGS;
        return new Options(postings == 0 ? byDefault : postings, servers, isQuick);
    }

    private static String value(String name, Iterator<String> remaining) throws InvalidOptionException {
        if (!remaining.hasNext()) {
            throw new InvalidOptionException(name + " needs a value");
        }
        return remaining.next();
    }

    private static long postings(String text) throws InvalidOptionException {
        long postings = text.matches("[0-9]{1,9}") ? Long.parseLong(text) : 0;
        if (postings < MIN_POSTINGS || postings > MAX_POSTINGS) {
            throw new InvalidOptionException(
                    "--postings must be a number from " + MIN_POSTINGS + " to " + MAX_POSTINGS + ", not " + text);
        }
        return postings;
    }

    private static List<ServerKind> servers(String text) throws InvalidOptionException {
        if (text.equals("both")) {
            return List.of(ServerKind.values());
        }
        for (ServerKind kind : ServerKind.values()) {
            if (text.equals(kind.title().toLowerCase(Locale.ROOT))) {
                return List.of(kind);
            }
        }
        throw new InvalidOptionException("--server must be mariadb, mysql or both, not " + text);
    }
}
