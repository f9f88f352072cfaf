package io.portolan.simulators;

import io.portolan.simulators.account.Accounts;
import io.portolan.simulators.money.Money;
import io.portolan.simulators.settings.Settings;
import io.portolan.simulators.signature.Credentials;
import io.portolan.simulators.wire.MalformedMessage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The command line. A setting that is not given stays as it is in the store. */
record Options(
        int port, Path store, Map<String, String> settings, Map<String, Long> openingBalances, String credentialsFile) {

    static final String USAGE = """
            usage: java -jar simulators.jar --port PORT --store FILE [options]
              --port PORT              listens on 127.0.0.1:PORT; 0 picks a free port
              --store FILE             the SQLite file for all state; created if missing
              --callback-url URL       base URL for callbacks of the international bank and the dealer
              --book-after TIME        delay between taking and booking, e.g. 200ms, 2s, 1m
              --settle-after TIME      delay between booking and settlement
              --opening-balances LIST  opening balances of new accounts: B-CNY=1000000.00,D-JPY=5000
              --credentials FILE       credentials instead of the development ones
            """;

    private static final Map<String, String> SETTINGS = Map.of(
            "--callback-url", Settings.CALLBACK_URL,
            "--book-after", "bookAfterMillis",
            "--settle-after", "settleAfterMillis");

    private static final List<String> OTHER_OPTIONS =
            List.of("--port", "--store", "--opening-balances", "--credentials");

    static Options parse(String... arguments) throws InvalidOption {
        var given = given(arguments);
        return new Options(
                port(required(given, "--port")),
                store(required(given, "--store")),
                settings(given),
                openingBalances(given.getOrDefault("--opening-balances", "")),
                given.getOrDefault("--credentials", ""));
    }

    Credentials credentials() throws InvalidOption {
        if (credentialsFile.isEmpty()) {
            return Credentials.ofDevelopment();
        }
        try {
            return Credentials.from(Path.of(credentialsFile));
        } catch (IOException e) {
            throw new InvalidOption("--credentials " + credentialsFile + " cannot be read");
        } catch (IllegalArgumentException e) {
            throw new InvalidOption("--credentials " + credentialsFile + ": " + e.getMessage());
        }
    }

    private static Map<String, String> given(String... arguments) throws InvalidOption {
        var given = new HashMap<String, String>();
        for (int i = 0; i < arguments.length; i += 2) {
            var name = arguments[i];
            if (!OTHER_OPTIONS.contains(name) && !SETTINGS.containsKey(name)) {
                throw new InvalidOption("unknown option " + name);
            }
            if (i + 1 == arguments.length || arguments[i + 1].startsWith("--")) {
                throw new InvalidOption(name + " needs a value");
            }
            if (given.put(name, arguments[i + 1]) != null) {
                throw new InvalidOption(name + " was given twice");
            }
        }
        return given;
    }

    private static String required(Map<String, String> given, String name) throws InvalidOption {
        var value = given.getOrDefault(name, "");
        if (value.isEmpty()) {
            throw new InvalidOption(name + " is missing");
        }
        return value;
    }

    private static int port(String text) throws InvalidOption {
        if (!text.matches("[0-9]{1,5}") || Integer.parseInt(text) > 65535) {
            throw new InvalidOption("--port " + text + " must be between 0 and 65535");
        }
        return Integer.parseInt(text);
    }

    private static Path store(String text) throws InvalidOption {
        var file = Path.of(text).toAbsolutePath();
        var folder = file.getParent();
        if (folder == null || !Files.isDirectory(folder) || Files.isDirectory(file)) {
            throw new InvalidOption("--store " + text + " must be a file in an existing folder");
        }
        return file;
    }

    private static Map<String, String> settings(Map<String, String> given) throws InvalidOption {
        var settings = new HashMap<String, String>();
        for (var option : SETTINGS.entrySet()) {
            var value = given.get(option.getKey());
            if (value != null) {
                settings.put(option.getValue(), setting(option.getKey(), option.getValue(), value));
            }
        }
        return settings;
    }

    private static String setting(String option, String name, String text) throws InvalidOption {
        try {
            var value = name.equals(Settings.CALLBACK_URL) ? text : milliseconds(text);
            Settings.DEFAULT.with(name, value);
            return value;
        } catch (MalformedMessage e) {
            throw new InvalidOption(option + " " + text + ": " + e.reason());
        }
    }

    private static String milliseconds(String text) {
        if (!text.matches("[0-9]{1,9}(ms|s|m)")) {
            throw new MalformedMessage("must be a duration such as 200ms, 2s or 1m");
        }
        long number = Long.parseLong(text.replaceAll("[a-z]+", ""));
        long factor = text.endsWith("ms") ? 1 : text.endsWith("s") ? 1_000 : 60_000;
        return Long.toString(number * factor);
    }

    private static Map<String, Long> openingBalances(String text) throws InvalidOption {
        var balances = new HashMap<String, Long>();
        for (String part : text.isEmpty() ? List.<String>of() : List.of(text.split(",", -1))) {
            var parts = List.of(part.split("=", -1));
            if (parts.size() != 2 || !Accounts.CUSTOMER_ACCOUNTS.contains(parts.getFirst())) {
                throw new InvalidOption("--opening-balances " + part + " must be ACCOUNT=AMOUNT, with ACCOUNT one of "
                        + Accounts.CUSTOMER_ACCOUNTS);
            }
            var account = parts.getFirst();
            var balance = Money.parse(parts.getLast(), Accounts.currencyOf(account))
                    .orElseThrow(() -> new InvalidOption(
                            "--opening-balances " + part + ": the amount must have exactly the currency's decimals"));
            balances.put(account, balance.minorUnits());
        }
        return balances;
    }
}
