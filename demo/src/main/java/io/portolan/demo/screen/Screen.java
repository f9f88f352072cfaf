package io.portolan.demo.screen;

import io.portolan.demo.shop.TrackedOrder;
import java.io.Console;
import java.io.PrintStream;
import java.util.List;
import java.util.Optional;

/** Where people watch the demo: a terminal is drawn again and again, anything else gets a row for each change. */
public abstract sealed class Screen permits LiveScreen, PlainScreen {
    Screen() {}

    /** The screen that fits standard output. */
    public static Screen of(PrintStream out) {
        boolean terminal = Optional.ofNullable(System.console())
                .filter(Console::isTerminal)
                .isPresent();
        return terminal ? LiveScreen.ofTerminal(out) : new PlainScreen(out);
    }

    /** Prints a message that stays. */
    public abstract void say(String message);

    /** Shows how the orders stand now. */
    public abstract void show(List<TrackedOrder> orders);

    /** The orders are not shown any more. */
    public abstract void finish();
}
