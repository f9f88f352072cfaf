package io.portolan.benchmarks;

import io.portolan.benchmarks.server.ServerKind;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * What the command line asks for.
 *
 * @param entries lines of the largest book that is read
 * @param servers in the order of measuring
 */
record Options(long postings, List<ServerKind> servers, boolean isQuick) {
    static final String USAGE = """
            usage: ./portolan bench ledger [--entries N] [--server mariadb|mysql|both] [--quick]
              --entries N     lines of the largest book that is read, 100000 to 100000000; otherwise 10000000, or 100000 with --quick
              --server WHICH  the embedded MariaDB, MySQL 9.7 in a container, or both, as otherwise
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
        Iterator<String> left = List.of(arguments).iterator();
        String what = left.hasNext() ? left.next() : "nothing";
        if (!what.equals("ledger")) {
            throw new InvalidOptionException("there is a benchmark of the ledger, not of " + what);
        }
        return parse(left);
    }

    private static Options parse(Iterator<String> left) throws InvalidOptionException {
        Set<String> seen = new HashSet<>();
        long entries = 0;
        List<ServerKind> servers = List.of(ServerKind.values());
        while (left.hasNext()) {
            String name = left.next();
            if (!seen.add(name)) {
                throw new InvalidOptionException(name + " is given twice");
            }
            switch (name) {
                case "--entries" -> entries = entries(value(name, left));
                case "--server" -> servers = servers(value(name, left));
                case "--quick" -> {}
                default -> throw new InvalidOptionException("there is no option " + name);
            }
        }
        boolean isQuick = seen.contains("--quick");
        long usual = isQuick ? QUICK_POSTINGS : DEFAULT_POSTINGS;
        return new Options(entries == 0 ? usual : entries, servers, isQuick);
    }

    private static String value(String name, Iterator<String> left) throws InvalidOptionException {
        if (!left.hasNext()) {
            throw new InvalidOptionException(name + " needs a value");
        }
        return left.next();
    }

    private static long entries(String text) throws InvalidOptionException {
        long entries = text.matches("[0-9]{1,9}") ? Long.parseLong(text) : 0;
        if (entries < MIN_POSTINGS || entries > MAX_POSTINGS) {
            throw new InvalidOptionException(
                    "--entries is a number from " + MIN_POSTINGS + " to " + MAX_POSTINGS + ", not " + text);
        }
        return entries;
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
        throw new InvalidOptionException("--server is mariadb, mysql or both, not " + text);
    }
}
