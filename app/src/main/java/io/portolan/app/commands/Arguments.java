package io.portolan.app.commands;

import java.util.List;

/** The arguments of a command: its own first, then settings as on the server's command line, such as {@code --portolan.data=...}. */
record Arguments(List<String> own, List<String> settings) {
    Arguments {
        own = List.copyOf(own);
        settings = List.copyOf(settings);
    }

    static Arguments parse(List<String> arguments) {
        List<String> own = arguments.stream()
                .takeWhile(argument -> !argument.startsWith("--"))
                .toList();
        return new Arguments(own, arguments.subList(own.size(), arguments.size()));
    }

    /** Whether everything that follows the command's own arguments has the form of a setting. */
    boolean isWellFormed() {
        return settings.stream().allMatch(setting -> setting.matches("--[^=]+=.*"));
    }
}
