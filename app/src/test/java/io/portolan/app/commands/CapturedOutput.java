package io.portolan.app.commands;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.util.function.IntSupplier;

/** What a command printed, to standard output or standard error, and its exit code. */
record CapturedOutput(int exitCode, String text) {
    static CapturedOutput of(IntSupplier command) {
        PrintStream out = System.out;
        PrintStream err = System.err;
        ByteArrayOutputStream captured = new ByteArrayOutputStream();
        PrintStream capturing = new PrintStream(captured, true, UTF_8);
        System.setOut(capturing);
        System.setErr(capturing);
        try {
            int exitCode = command.getAsInt();
            return new CapturedOutput(exitCode, captured.toString(UTF_8));
        } finally {
            System.setOut(out);
            System.setErr(err);
        }
    }
}
